import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { Refusal } from '#platform/refusal.ts';

/** The person who acts. Throws a Refusal `sign-in` when nobody, or the house itself, does what only a person can. */
export function signedIn(context: Context): string {
  const personId = personOf(context.actor);
  if (!personId) throw new Refusal('platform.sign-in-first', { kind: 'sign-in' });
  return personId;
}
