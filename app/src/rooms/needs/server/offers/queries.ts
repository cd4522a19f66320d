import { hasRole, personOf, rolesIn } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { renderMarkdown } from '#platform/markdown.ts';
import { may } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { signature } from '#rooms/forum/server/index.ts';
import { abilitiesOnThings, type ShownFold } from '#rooms/moderation/index.ts';
import { foldsOf } from '#rooms/moderation/server/index.ts';
import { onNeeds } from '../../permissions.ts';
import type { OfferKind } from '../../words.ts';
import { needsSubject } from '../find-need.ts';

const PAGE = 50;

/** An offer as pages show it. */
export interface ShownOffer {
  readonly number: number;
  readonly kind: OfferKind;
  readonly title: string;
  readonly words: string;
  readonly locale: string;
  readonly offeredAt: Date;
  readonly withdrawnAt: Date | null;
  readonly actingFor: string | null;
  /** Empty when the person signs as a member or left. */
  readonly name: string;
  readonly signed: 'name' | 'member' | 'former';
  readonly need: { readonly number: number; readonly title: string; readonly locale: string } | null;
  readonly mayWithdraw: boolean;
  readonly id: string;
  readonly mine: boolean;
  /** The fold in force: a line stands in place of its words. */
  readonly fold: ShownFold | null;
}

/** The offer under an address. Throws a Refusal `not-found`. */
export async function findOffer(context: Context, address: { readonly slug: string; readonly number: number }) {
  const community = await findCommunity(context.db, address.slug);
  const offer = await context.db
    .selectFrom('needs.offer')
    .select(['communityId', 'id', 'offeredBy'])
    .where('communityId', '=', community.id)
    .where('number', '=', address.number)
    .executeTakeFirst();
  if (!offer) throw notFound();
  return { community, offer };
}

/** Offers of a community, newest first, fifty a page; withdrawn ones are left out unless they are asked for by number. */
export async function offersOf(
  context: Context,
  communityId: string,
  which: { readonly needId?: string; readonly kind?: OfferKind; readonly before?: number; readonly number?: number },
): Promise<ShownOffer[]> {
  let query = context.db
    .selectFrom('needs.offer as o')
    .innerJoin('people.person as p', 'p.id', 'o.offeredBy')
    .leftJoin('communities.organisation as g', 'g.id', 'o.actingForId')
    .leftJoin('needs.need as n', (join) =>
      join.onRef('n.communityId', '=', 'o.communityId').onRef('n.id', '=', 'o.needId'),
    )
    .select([
      'o.id',
      'o.number',
      'o.kind',
      'o.title',
      'o.words',
      'o.locale',
      'o.offeredAt',
      'o.withdrawnAt',
      'o.offeredBy',
    ])
    .select(['o.signsAs', 'p.name', 'g.name as actingFor', 'n.number as needNumber', 'n.title as needTitle'])
    .select('n.locale as needLocale')
    .where('o.communityId', '=', communityId)
    .orderBy('o.number', 'desc')
    .limit(PAGE + 1);
  query = which.number ? query.where('o.number', '=', which.number) : query.where('o.withdrawnAt', 'is', null);
  if (which.needId) query = query.where('o.needId', '=', which.needId);
  if (which.kind) query = query.where('o.kind', '=', which.kind);
  if (which.before) query = query.where('o.number', '<', which.before);
  const inside = rolesIn(context.actor, communityId).length > 0;
  const desk = hasRole(context.actor, communityId, 'facilitator', 'steward');
  const me = personOf(context.actor);
  const rows = await query.execute();
  const folds = await foldsOf(
    context,
    communityId,
    rows.map(({ id }) => id),
  );
  return rows.map(({ offeredBy, signsAs, needNumber, needTitle, needLocale, ...row }) => ({
    ...row,
    ...(folds.has(row.id) ? { name: '', signed: 'member' as const } : signature({ name: row.name, signsAs }, inside)),
    fold: folds.get(row.id) ?? null,
    mine: offeredBy === me,
    need: needNumber ? { number: needNumber, title: needTitle ?? '', locale: needLocale ?? '' } : null,
    mayWithdraw: row.withdrawnAt === null && (desk || offeredBy === me),
  }));
}

/** The list of offers. */
export async function listOffers(
  context: Context,
  slug: string,
  { kind, before }: { readonly kind?: OfferKind; readonly before?: number },
): Promise<{ community: Community; offers: ShownOffer[]; next: number | null; mayOffer: boolean }> {
  const community = await findCommunity(context.db, slug);
  const rows = await offersOf(context, community.id, { kind, before });
  const offers = rows.slice(0, PAGE);
  return {
    community,
    offers,
    next: rows.length > PAGE ? (offers.at(-1)?.number ?? null) : null,
    mayOffer: may(onNeeds.offer, context.actor, await needsSubject(context, community.id)),
  };
}

/** One offer, withdrawn or not. */
export async function showOffer(context: Context, address: { readonly slug: string; readonly number: number }) {
  const community = await findCommunity(context.db, address.slug);
  const [offer] = await offersOf(context, community.id, { number: address.number });
  if (!offer) throw notFound();
  const can = abilitiesOnThings(context.actor, { communityId: community.id });
  return { community, offer, can, html: renderMarkdown(context.language.show(offer.words, offer.locale)) };
}
