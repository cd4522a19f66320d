import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { Refusal } from '#platform/refusal.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { SIGNINGS, type SignsAs } from '../words.ts';

/** The person who does it. Throws a Refusal `sign-in` for anyone else. */
export function signedIn(context: Context): string {
  const personId = personOf(context.actor);
  if (!personId) throw new Refusal('platform.sign-in-first', { kind: 'sign-in' });
  return personId;
}

/** How a person chose to be named (harm.md 7). */
export async function signingOf(context: Context, personId: string): Promise<SignsAs> {
  const chosen = (await personNames(context.db, [personId])).get(personId)?.signsAs;
  return SIGNINGS.find((signing) => signing === chosen) ?? 'inside';
}

/** The organisation the actor acts for at the moment. */
export const actingForOf = ({ actor }: Context): string | null =>
  actor.kind === 'person' ? (actor.actingForId ?? null) : null;
