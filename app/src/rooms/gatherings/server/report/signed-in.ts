import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { Refusal } from '#platform/refusal.ts';

/** The person who does it. Throws a Refusal for nobody and for the house itself: what is kept here names who did it. */
export function signedIn({ actor }: Context): string {
  const personId = personOf(actor);
  if (!personId) throw new Refusal('platform.sign-in-first', { kind: 'sign-in' });
  return personId;
}
