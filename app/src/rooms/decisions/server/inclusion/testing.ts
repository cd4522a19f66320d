import type { Actor } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { readingContext } from '#platform/house.ts';
import { castBallot } from '../box/cast-ballot.ts';
import { draftDecision } from '../paper/draft-decision.ts';
import { openDecision } from '../paper/open-decision.ts';
import { paper, type Village } from '../testing.ts';
import { decisionTicks } from '../ticks.ts';
import { sayGroup } from './say-group.ts';

/** When a vote of these tests ends, and when it ends after it went on. */
export const FIRST_END = '2026-11-08T17:00:00Z';
export const SECOND_END = '2026-11-15T17:00:00Z';

export const as = (here: Village, actor: Actor): Context =>
  readingContext(here.house, actor, here.house.languages.of('en'));
export const one = (here: Village, decisionId: string) => ({ communityId: here.communityId, decisionId });
export const people = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

export async function slugOf(here: Village): Promise<string> {
  const { db } = here.database;
  return (await db.selectFrom('communities.community').select('slug').executeTakeFirstOrThrow()).slug;
}

export async function tick(here: Village, moment: string): Promise<void> {
  here.house.setNow(moment);
  for (const each of decisionTicks) await each.run(here.house);
}

/** A decision that is open, on the usual paper with `more` on it. */
export async function opened(here: Village, more: Record<string, unknown> = {}) {
  const made = await here.as(here.facilitator, draftDecision, paper(here, more));
  await here.as(here.facilitator, openDecision, one(here, made.decisionId));
  return made;
}

/** Person number `index` marks the option, and says what they are unless it is not asked. */
export async function votes(
  here: Village,
  decisionId: string,
  { index, option = 1, group }: { index: number; option?: number; group?: string },
): Promise<void> {
  const actor = here.actor(here.people[index]);
  await here.as(actor, castBallot, { ...one(here, decisionId), marks: [{ option, value: 1 }] });
  if (group !== undefined) await here.as(actor, sayGroup, { ...one(here, decisionId), attribute: 'gender', group });
}
