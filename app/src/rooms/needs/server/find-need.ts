import { hasRole, personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { charterOf, findCommunity } from '#rooms/communities/server/index.ts';
import type { NeedSubject, NeedsSubject } from '../permissions.ts';
import type { NeedState } from '../words.ts';

/** A need as the actions see it. */
export interface FoundNeed {
  readonly communityId: string;
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly words: string;
  readonly locale: string;
  readonly place: string;
  readonly raisedBy: string | null;
  readonly enteredBy: string | null;
  readonly state: NeedState;
  /** The yes or no to its publication; null while it waits. */
  readonly consent: string | null;
  /** The need it is merged into. */
  readonly intoId: string | null;
  /** The fold in force: its text stands there. */
  readonly foldId: string | null;
}

/** A need of any standing by its number. Throws a Refusal `not-found`. The caller looks at `consent`. */
export async function needByNumber(context: Context, communityId: string, number: number): Promise<FoundNeed> {
  const row = await context.db
    .selectFrom('needs.need as n')
    .leftJoin('needs.publicationConsent as c', (join) =>
      join.onRef('c.communityId', '=', 'n.communityId').onRef('c.needId', '=', 'n.id'),
    )
    .leftJoin('needs.merge as m', (join) =>
      join.onRef('m.communityId', '=', 'n.communityId').onRef('m.needId', '=', 'n.id').on('m.partedAt', 'is', null),
    )
    .leftJoin('moderation.fold as f', (join) =>
      join
        .onRef('f.communityId', '=', 'n.communityId')
        .onRef('f.subjectId', '=', 'n.id')
        .on('f.kind', '=', 'need')
        .on('f.unfoldedAt', 'is', null),
    )
    .select(['n.communityId', 'n.id', 'n.number', 'n.title', 'n.words', 'n.locale', 'n.place', 'n.raisedBy'])
    .select(['n.enteredBy', 'n.state', 'c.answer as consent', 'm.intoId', 'f.id as foldId'])
    .where('n.communityId', '=', communityId)
    .where('n.number', '=', number)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/**
 * The need under an address as this reader may know of it: public, or their own, or waiting and they sit at the desk.
 * Throws a Refusal `not-found` for everything else.
 */
export async function findNeed(
  context: Context,
  address: { readonly slug: string; readonly number: number },
): Promise<{ community: Community; need: FoundNeed }> {
  const community = await findCommunity(context.db, address.slug);
  const need = await needByNumber(context, community.id, address.number);
  const me = personOf(context.actor);
  const mine = me !== undefined && (need.raisedBy === me || need.enteredBy === me);
  const desk = hasRole(context.actor, community.id, 'facilitator', 'steward');
  if (need.consent !== 'yes' && !mine && !desk && context.actor.kind !== 'system') throw notFound();
  return { community, need };
}

/** The need under an address when it is public. Throws a Refusal `not-found`. */
export async function findPublicNeed(context: Context, address: { readonly slug: string; readonly number: number }) {
  const found = await findNeed(context, address);
  if (found.need.consent !== 'yes') throw notFound();
  return found;
}

/** What the permissions of a community's needs ask about. */
export async function needsSubject(context: Context, communityId: string): Promise<NeedsSubject> {
  const { rules } = await charterOf(context.db, communityId);
  return { communityId, raiseNeed: rules.choices.raiseNeed };
}

/** What the permissions of one need ask about. */
export async function needSubject(
  context: Context,
  { communityId, id, raisedBy, enteredBy }: Pick<FoundNeed, 'communityId' | 'id' | 'raisedBy' | 'enteredBy'>,
): Promise<NeedSubject> {
  const me = personOf(context.actor);
  const supported = me
    ? await context.db
        .selectFrom('needs.support')
        .select('personId')
        .where('communityId', '=', communityId)
        .where('needId', '=', id)
        .where('personId', '=', me)
        .where('withdrawnAt', 'is', null)
        .executeTakeFirst()
    : undefined;
  return { communityId, raisedBy, enteredBy, supported: supported !== undefined };
}
