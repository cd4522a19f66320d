import type { Context } from '#platform/context.ts';
import { limit } from '#platform/limits.ts';
import { Refusal } from '#platform/refusal.ts';

/** So many a person's network may do in an hour; a whole hall may stand behind one address. */
const AN_HOUR = { ask: 100, try: 200, card: 200, passkey: 300 } as const;

/** Counts a knock by the network address it comes from. Throws a Refusal that says when it opens again and which way stays open. */
export async function limitKnocks(context: Context, what: keyof typeof AN_HOUR): Promise<void> {
  const { actor } = context;
  const address = actor.kind === 'system' ? undefined : actor.address;
  if (!address) return;
  try {
    await limit(context, `people.${what}:${address}`, { most: AN_HOUR[what], seconds: 3600 });
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    throw new Refusal('people.many-knocks', { kind: 'too-many', facts: problem.facts });
  }
}
