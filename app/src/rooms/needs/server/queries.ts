import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { abilities } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity, privateDoorKeepers } from '#rooms/communities/server/index.ts';
import { onNeeds } from '../permissions.ts';
import { OPEN_STATES } from '../rules.ts';
import type { NeedState, NeedView } from '../words.ts';
import { needsSubject } from './find-need.ts';
import { allNeeds, asListed, type ListedNeed, publicNeeds } from './listed.ts';

const PAGE = 50;

/** How the list is narrowed down; `before` is the number of the last need of the page before. */
export interface NeedFilter {
  readonly view?: NeedView;
  readonly state?: NeedState;
  readonly theme?: string;
  readonly before?: number;
}

/** The list of needs for its page. */
export interface NeedList {
  readonly community: Community;
  readonly needs: readonly (ListedNeed & { readonly fresh: boolean })[];
  readonly next: number | null;
  readonly themes: readonly string[];
  /** When this person looked before; undefined for nobody and at the first visit. */
  readonly since: Date | undefined;
  readonly can: Record<keyof typeof onNeeds, boolean>;
  /** True where the private door is open. */
  readonly door: boolean;
}

/** Needs of a community, newest first, fifty a page. */
export async function listNeeds(context: Context, slug: string, filter: NeedFilter = {}): Promise<NeedList> {
  const community = await findCommunity(context.db, slug);
  const me = personOf(context.actor);
  const since = me ? await lastVisit(context, community.id, me) : undefined;
  const rows = await filtered(context, { communityId: community.id, me, since }, filter).execute();
  const needs = asListed(context, community.id, rows.slice(0, PAGE)).map((need) => ({
    ...need,
    fresh: since !== undefined && need.touchedAt > since,
  }));
  return {
    community,
    needs,
    next: rows.length > PAGE ? (needs.at(-1)?.number ?? null) : null,
    themes: await themesOf(context, community.id),
    since,
    can: abilities(onNeeds, context.actor, await needsSubject(context, community.id)),
    door: (await privateDoorKeepers(context.db, community.id)).length > 0,
  };
}

function filtered(
  context: Context,
  { communityId, me, since }: { communityId: string; me: string | undefined; since: Date | undefined },
  { view = 'all', state, theme, before }: NeedFilter,
) {
  const mine = view === 'mine' && me;
  let query = mine ? allNeeds(context, communityId) : publicNeeds(context, communityId);
  if (mine)
    query = query.where((eb) =>
      eb.or([
        eb('n.raisedBy', '=', me),
        eb('n.enteredBy', '=', me),
        eb.and([
          eb('c.answer', '=', 'yes'),
          eb.exists(
            eb
              .selectFrom('needs.support as s')
              .select('s.personId')
              .whereRef('s.communityId', '=', 'n.communityId')
              .whereRef('s.needId', '=', 'n.id')
              .where('s.personId', '=', me)
              .where('s.withdrawnAt', 'is', null),
          ),
        ]),
      ]),
    );
  if (view === 'new' && since) query = query.where('n.touchedAt', '>', since);
  if (state) query = query.where('n.state', '=', state);
  if (theme) query = query.where('t.name', '=', theme);
  if (before) query = query.where('n.number', '<', before);
  return query.orderBy('n.number', 'desc').limit(PAGE + 1);
}

async function lastVisit(context: Context, communityId: string, personId: string): Promise<Date | undefined> {
  const visit = await context.db
    .selectFrom('needs.visit')
    .select('sinceAt')
    .where('personId', '=', personId)
    .where('communityId', '=', communityId)
    .executeTakeFirst();
  return visit?.sinceAt;
}

/** Names of the themes by which a community's needs are grouped. */
export async function themesOf(context: Context, communityId: string): Promise<string[]> {
  const rows = await context.db
    .selectFrom('needs.theme')
    .select('name')
    .where('communityId', '=', communityId)
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}

/** Public needs that are still open, newest first: what a decision may come from. */
export async function openNeeds(context: Context, communityId: string) {
  return context.db
    .selectFrom('needs.need as n')
    .innerJoin('needs.publicationConsent as c', (join) =>
      join.onRef('c.communityId', '=', 'n.communityId').onRef('c.needId', '=', 'n.id').on('c.answer', '=', 'yes'),
    )
    .leftJoin('needs.merge as m', (join) =>
      join.onRef('m.communityId', '=', 'n.communityId').onRef('m.needId', '=', 'n.id').on('m.partedAt', 'is', null),
    )
    .select(['n.id', 'n.number', 'n.title', 'n.locale', 'n.state'])
    .where('n.communityId', '=', communityId)
    .where('m.id', 'is', null)
    .where('n.state', 'in', [...OPEN_STATES])
    .orderBy('n.number', 'desc')
    .limit(200)
    .execute();
}

/** Public needs by their ids, for the page of another room. */
export async function needsById(context: Context, communityId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return context.db
    .selectFrom('needs.need as n')
    .innerJoin('needs.publicationConsent as c', (join) =>
      join.onRef('c.communityId', '=', 'n.communityId').onRef('c.needId', '=', 'n.id').on('c.answer', '=', 'yes'),
    )
    .select(['n.id', 'n.number', 'n.title', 'n.locale', 'n.state'])
    .where('n.communityId', '=', communityId)
    .where('n.id', 'in', [...ids])
    .orderBy('n.number')
    .execute();
}
