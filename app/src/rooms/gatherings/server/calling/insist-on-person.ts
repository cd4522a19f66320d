import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { Refusal } from '#platform/refusal.ts';

/** The person who does it. Throws `sign-in-first` for nobody and for the house itself. */
export function insistOnPerson(context: Context): string {
  const personId = personOf(context.actor);
  if (!personId) throw new Refusal('platform.sign-in-first', { kind: 'sign-in' });
  return personId;
}
