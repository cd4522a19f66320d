import { hasRole, personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import { findNeed } from '../find-need.ts';
import type { NeedKey } from '../store.ts';
import type { Wording } from './store.ts';

/** What a need says now, and its point. */
export async function wordingNow(
  context: Context,
  { communityId, id }: NeedKey,
): Promise<Wording & { readonly point?: { readonly latitude: number; readonly longitude: number } }> {
  const { latitude, longitude, ...wording } = await context.db
    .selectFrom('needs.need')
    .select(['title', 'words', 'place', 'affected', 'locale', 'latitude', 'longitude'])
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { ...wording, point: latitude === null || longitude === null ? undefined : { latitude, longitude } };
}

/** Earlier wordings of a need, newest first. Of a folded one only its author and the desk read them. */
export async function showNeedWordings(context: Context, address: { readonly slug: string; readonly number: number }) {
  const { community, need } = await findNeed(context, address);
  const author = personOf(context.actor) === (need.raisedBy ?? need.enteredBy);
  if (need.foldId && !author && !hasRole(context.actor, community.id, 'facilitator', 'steward')) throw notFound();
  const wordings = await context.db
    .selectFrom('needs.wording')
    .select(['version', 'title', 'words', 'place', 'affected', 'locale', 'untilAt'])
    .where('communityId', '=', community.id)
    .where('needId', '=', need.id)
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
  return { community, number: need.number, now: await wordingNow(context, need), wordings };
}
