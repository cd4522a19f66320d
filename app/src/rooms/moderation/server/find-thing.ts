import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { may } from '#platform/permissions.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { onThing } from '../permissions.ts';
import type { AboutThing } from '../words.ts';
import { type Foldable, kindCalled, type Thing } from './foldable.ts';

/** A thing, where it is, and the kind it is of. */
export interface FoundThing {
  readonly community: Community;
  readonly thing: Thing;
  readonly kind: Foldable;
}

/** The thing that is meant, as this reader may know of it. Throws a Refusal `not-found`. */
export async function findThing(context: Context, { slug, about, aboutId }: AboutThing): Promise<FoundThing> {
  const community = await findCommunity(context.db, slug);
  const kind = kindCalled(about);
  const [thing] = await kind.find(context, community.id, [aboutId]);
  if (!thing || !(thing.known || may(onThing.decide, context.actor, thing))) throw notFound();
  return { community, thing, kind };
}

/** Things by what they are: one question a kind, however many there are. */
export async function thingsOf(
  context: Context,
  communityId: string,
  asked: readonly { readonly about: string; readonly id: string }[],
): Promise<(one: { readonly about: string; readonly id: string }) => Thing | undefined> {
  const found = new Map<string, Thing>();
  for (const about of new Set(asked.map((one) => one.about))) {
    const ids = asked.filter((one) => one.about === about).map(({ id }) => id);
    const things = await kindCalled(about).find(context, communityId, [...new Set(ids)]);
    for (const thing of things) found.set(`${about} ${thing.id}`, thing);
  }
  return ({ about, id }) => found.get(`${about} ${id}`);
}

/** The person who does it. Throws a Refusal `sign-in` for anyone else. */
export function signedIn(context: Context): string {
  const personId = personOf(context.actor);
  if (!personId) throw new Refusal('platform.sign-in-first', { kind: 'sign-in' });
  return personId;
}
