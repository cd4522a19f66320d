import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { Refusal } from '#platform/refusal.ts';
import { personNames } from '#rooms/people/server/index.ts';

/** The person who does it. Throws a Refusal `sign-in` for anyone else. */
export function signedIn(context: Context): string {
  const personId = personOf(context.actor);
  if (!personId) throw new Refusal('platform.sign-in-first', { kind: 'sign-in' });
  return personId;
}

/** How the one who does it signs, and for whom they act. */
export async function signing(context: Context): Promise<{ signsAs: string; actingForId: string | null }> {
  const personId = signedIn(context);
  const { actor } = context;
  return {
    signsAs: (await personNames(context.db, [personId])).get(personId)?.signsAs ?? 'name',
    actingForId: actor.kind === 'person' ? (actor.actingForId ?? null) : null,
  };
}
