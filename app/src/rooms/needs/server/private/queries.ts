import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity, helpLines, privateDoorKeepers } from '#rooms/communities/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { signedIn } from '../signed-in.ts';

/** A private need for its two keepers of now who were keepers when it was told; undefined for everybody else. */
export async function keptPrivateNeed(
  context: Context,
  communityId: string,
  id: string,
): Promise<{ keepers: string[]; toldBy: string } | undefined> {
  const me = personOf(context.actor);
  const now = await privateDoorKeepers(context.db, communityId);
  if (!me || !now.includes(me)) return undefined;
  const rows = await context.db
    .selectFrom('needs.privateKeeper as k')
    .innerJoin('needs.privateNeed as n', (join) =>
      join.onRef('n.communityId', '=', 'k.communityId').onRef('n.id', '=', 'k.privateNeedId'),
    )
    .select(['k.personId', 'n.toldBy'])
    .where('k.communityId', '=', communityId)
    .where('k.privateNeedId', '=', id)
    .execute();
  const keepers = rows.map(({ personId }) => personId).filter((personId) => now.includes(personId));
  return keepers.includes(me) ? { keepers, toldBy: rows[0].toldBy } : undefined;
}

/** What was told in private, and the answers to it. */
export interface PrivateNeed {
  readonly id: string;
  readonly words: string;
  readonly locale: string;
  readonly toldAt: Date;
  readonly toldBy: string;
  readonly answers: readonly {
    readonly id: string;
    readonly words: string;
    readonly by: string;
    readonly answeredAt: Date;
  }[];
}

/** The private door as this person stands before it. */
export interface PrivateDoor {
  readonly community: Community;
  /** Names of the two who hear it; empty: the door is closed for new words. */
  readonly keepers: readonly string[];
  readonly mine: readonly PrivateNeed[];
  /** Only for a keeper. */
  readonly heard: readonly PrivateNeed[];
  readonly helpLines: readonly { readonly name: string; readonly contact: string; readonly hours: string }[];
}

/**
 * For who tells and for the two who hear. Throws a Refusal `not-found` where the door is hidden and this person never told
 * anything through it.
 */
export async function showPrivateDoor(context: Context, slug: string): Promise<PrivateDoor> {
  const community = await findCommunity(context.db, slug);
  const keepers = await privateDoorKeepers(context.db, community.id);
  if (keepers.length === 0 && !personOf(context.actor)) throw notFound();
  const me = signedIn(context);
  const mine = await privateNeeds(context, community.id, { toldBy: me });
  if (keepers.length === 0 && mine.length === 0) throw notFound();
  const names = await personNames(context.db, keepers);
  return {
    community,
    keepers: keepers.map((id) => names.get(id)?.name ?? ''),
    mine,
    heard: keepers.includes(me) ? await privateNeeds(context, community.id, { keeper: me }) : [],
    helpLines: await helpLines(context.db, community.id),
  };
}

/** How many wait for a keeper's first answer; nothing for everybody else. */
export async function countUnanswered(context: Context, communityId: string): Promise<number> {
  const me = personOf(context.actor);
  if (!me || !(await privateDoorKeepers(context.db, communityId)).includes(me)) return 0;
  const heard = await privateNeeds(context, communityId, { keeper: me });
  return heard.filter(({ answers }) => answers.length === 0).length;
}

/** True while there is an answer of the last two weeks to what this person told. */
export async function hasAnswer(context: Context, communityId: string): Promise<boolean> {
  const row = await context.db
    .selectFrom('needs.privateNeed as n')
    .innerJoin('needs.privateAnswer as a', (join) =>
      join.onRef('a.communityId', '=', 'n.communityId').onRef('a.privateNeedId', '=', 'n.id'),
    )
    .select('a.id')
    .where('n.communityId', '=', communityId)
    .where('n.toldBy', '=', personOf(context.actor) ?? null)
    .where('a.answeredAt', '>', new Date(context.now.getTime() - 14 * 86_400_000))
    .executeTakeFirst();
  return row !== undefined;
}

async function privateNeeds(
  context: Context,
  communityId: string,
  who: { readonly toldBy: string } | { readonly keeper: string },
): Promise<PrivateNeed[]> {
  let query = context.db
    .selectFrom('needs.privateNeed as n')
    .select(['n.id', 'n.words', 'n.locale', 'n.toldAt', 'n.toldBy'])
    .where('n.communityId', '=', communityId)
    .orderBy('n.toldAt', 'desc')
    .limit(50);
  if ('toldBy' in who) query = query.where('n.toldBy', '=', who.toldBy);
  else
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('needs.privateKeeper as k')
          .select('k.personId')
          .whereRef('k.communityId', '=', 'n.communityId')
          .whereRef('k.privateNeedId', '=', 'n.id')
          .where('k.personId', '=', who.keeper),
      ),
    );
  const needs = await query.execute();
  if (needs.length === 0) return [];
  const ids = needs.map(({ id }) => id);
  const answers = await answersTo(context, communityId, ids);
  const people = [...needs.map(({ toldBy }) => toldBy), ...answers.map(({ answeredBy }) => answeredBy)];
  const names = await personNames(context.db, [...new Set(people)]);
  return needs.map((need) => ({
    ...need,
    toldBy: names.get(need.toldBy)?.name ?? '',
    answers: answers
      .filter(({ privateNeedId }) => privateNeedId === need.id)
      .map(({ id, words, answeredBy, answeredAt }) => ({
        id,
        words,
        answeredAt,
        by: names.get(answeredBy)?.name ?? '',
      })),
  }));
}

const answersTo = (context: Context, communityId: string, ids: readonly string[]) =>
  context.db
    .selectFrom('needs.privateAnswer')
    .select(['id', 'privateNeedId', 'words', 'answeredBy', 'answeredAt'])
    .where('communityId', '=', communityId)
    .where('privateNeedId', 'in', ids)
    .orderBy('answeredAt')
    .execute();
