import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { may } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { mayKnow, onGathering } from '../../permissions.ts';
import { stateOf } from '../../rules.ts';
import type { GatheringKind, GatheringState } from '../../words.ts';

/** One line of the list. */
export interface ListedGathering {
  readonly id: string;
  readonly number: number;
  readonly kind: GatheringKind;
  readonly theme: string;
  readonly locale: string;
  readonly place: string;
  readonly link: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly calledOffAt: Date | null;
  readonly state: GatheringState;
  readonly forMembers: boolean;
}

/** A community's gatherings as a page. */
export interface GatheringsPage {
  readonly place: Community;
  /** Under way and coming, the nearest first. */
  readonly underWay: readonly ListedGathering[];
  readonly coming: readonly ListedGathering[];
  /** Over, the latest first, fifty a page. */
  readonly past: readonly ListedGathering[];
  /** The key of the next page. */
  readonly next: string | null;
  readonly mayCall: boolean;
}

const PAGE = 50;

/** What is coming, what is under way, and what is over; `before` is the `next` of the page before. */
export async function listGatherings(
  context: Context,
  { slug, before: key }: { readonly slug: string; readonly before?: string },
): Promise<GatheringsPage> {
  const before = beginning(key);
  const place = await findCommunity(context.db, slug);
  const ahead = before ? [] : await aheadOf(context, place.id, 200);
  const over = baseQuery(context, place.id).where('g.endsAt', '<=', context.now);
  const rest = before
    ? over.where((eb) => eb(eb.refTuple('g.startsAt', 'g.id'), '<', eb.tuple(before.startsAt, before.id)))
    : over;
  const past = await linesOf(
    context,
    rest
      .orderBy('g.startsAt', 'desc')
      .orderBy('g.id', 'desc')
      .limit(PAGE + 1),
  );
  return {
    place,
    underWay: ahead.filter(({ state }) => state === 'under-way'),
    coming: ahead.filter(({ state }) => state !== 'under-way'),
    past: past.slice(0, PAGE),
    next: past.length > PAGE ? keyOf(past[PAGE - 1]) : null,
    mayCall: may(onGathering.call, context.actor, { communityId: place.id }),
  };
}

const keyOf = (line: ListedGathering | undefined): string | null =>
  line ? `${line.startsAt.toISOString()}_${line.id}` : null;

/** A key that is none is the first page. */
function beginning(key: string | undefined): { startsAt: Date; id: string } | undefined {
  const [, moment, id] = /^([\d-]+T[\d:.]+Z)_([\da-f-]{36})$/.exec(key ?? '') ?? [];
  const startsAt = new Date(moment ?? '');
  return id && !Number.isNaN(startsAt.getTime()) ? { startsAt, id } : undefined;
}

/** Gatherings that are not over, the nearest first, as far as this reader may know of them. */
export const aheadOf = (context: Context, communityId: string, most: number): Promise<ListedGathering[]> =>
  linesOf(
    context,
    baseQuery(context, communityId)
      .where('g.endsAt', '>', context.now)
      .orderBy('g.startsAt')
      .orderBy('g.id')
      .limit(most),
  );

function baseQuery(context: Context, communityId: string) {
  const query = context.db
    .selectFrom('gatherings.gathering as g')
    .leftJoin('gatherings.callingOff as off', (join) =>
      join.onRef('off.communityId', '=', 'g.communityId').onRef('off.gatheringId', '=', 'g.id'),
    )
    .select(['g.id', 'g.number', 'g.kind', 'g.theme', 'g.locale', 'g.place', 'g.link', 'g.startsAt', 'g.endsAt'])
    .select(['g.audience', 'off.calledOffAt'])
    .where('g.communityId', '=', communityId);
  if (mayKnow(context.actor, { communityId, audience: 'members' })) return query;
  const personId = personOf(context.actor);
  return query.where((eb) =>
    eb.or([
      eb('g.audience', '=', 'public'),
      ...(personId
        ? [
            eb.exists(
              eb
                .selectFrom('gatherings.role as held')
                .select('held.role')
                .whereRef('held.communityId', '=', 'g.communityId')
                .whereRef('held.gatheringId', '=', 'g.id')
                .where('held.personId', '=', personId)
                .where('held.endedAt', 'is', null),
            ),
          ]
        : []),
    ]),
  );
}

async function linesOf({ now }: Context, query: ReturnType<typeof baseQuery>): Promise<ListedGathering[]> {
  return (await query.execute()).map(({ audience, ...row }) => ({
    ...row,
    kind: row.kind as GatheringKind,
    state: stateOf(row, now),
    forMembers: audience === 'members',
  }));
}
