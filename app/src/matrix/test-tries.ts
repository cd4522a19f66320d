import type { AnyAction } from '#platform/action.ts';
import { type Actor, rolesIn } from '#platform/actor.ts';
import { Refusal } from '#platform/refusal.ts';
import { runAction } from '#platform/run-action.ts';
import type { Example, Examples, Input } from './test-example.ts';
import { comingExamples } from './test-examples-coming.ts';
import { commitmentsExamples } from './test-examples-commitments.ts';
import { communitiesExamples } from './test-examples-communities.ts';
import { cycleExamples } from './test-examples-cycle.ts';
import { decisionsExamples } from './test-examples-decisions.ts';
import { floorExamples } from './test-examples-floor.ts';
import { gatheringsExamples } from './test-examples-gatherings.ts';
import { hallExamples } from './test-examples-hall.ts';
import { moderationExamples } from './test-examples-moderation.ts';
import { needsExamples } from './test-examples-needs.ts';
import { peopleExamples } from './test-examples-people.ts';
import { practiceExamples } from './test-examples-practice.ts';
import { reportExamples } from './test-examples-report.ts';
import { talkExamples } from './test-examples-talk.ts';
import { EXCEPTIONS } from './test-exceptions.ts';
import { type ActorName, EVERY_ROLE } from './test-people.ts';
import type { Town } from './test-town.ts';

/** One example for every action of the house. */
export const examples: Examples = {
  ...peopleExamples,
  ...communitiesExamples,
  ...talkExamples,
  ...moderationExamples,
  ...needsExamples,
  ...decisionsExamples,
  ...commitmentsExamples,
  ...gatheringsExamples,
  ...cycleExamples,
  ...reportExamples,
  ...hallExamples,
  ...comingExamples,
  ...practiceExamples,
  ...floorExamples,
};

/** What came of a try: done, a no that has nothing to do with who asks, or stopped at the door. */
export type Outcome = 'done' | 'stopped' | `past: ${string}` | `not found: ${string}` | `bug: ${string}`;

/** Somebody as they try it; `elsewhere` holds every role there is, in the community and an organisation next door. */
export async function actorOf(town: Town, name: ActorName): Promise<Actor> {
  const actor = await town.actor(name);
  if (name !== 'elsewhere' || actor.kind !== 'person') return actor;
  const nextDoor = [town.otherId, '01900000-0000-7000-8000-0000000000ff'];
  return { ...actor, roles: new Map(nextDoor.map((id) => [id, EVERY_ROLE])) };
}

export const inputFor = async (example: Example, name: ActorName): Promise<Input> =>
  typeof example.input === 'function' ? example.input(name) : example.input;

/** Tries an action and says what came of it. The caller takes back what it wrote. */
export async function outcomeOf(
  town: Town,
  action: AnyAction,
  asked: { readonly actor: Actor; readonly input: Input; readonly hides?: true },
): Promise<Outcome> {
  try {
    await runAction(
      town.house,
      { actor: asked.actor, language: town.house.languages.of('en') },
      { action, input: asked.input },
    );
    return 'done';
  } catch (problem) {
    return outcomeOfThrow(problem, asked.hides);
  }
}

export function outcomeOfThrow(problem: unknown, hides?: true): Outcome {
  if (!(problem instanceof Refusal)) return `bug: ${problem instanceof Error ? problem.message : String(problem)}`;
  if (problem.kind === 'sign-in' || problem.kind === 'forbidden') return 'stopped';
  if (problem.kind === 'not-found') return hides ? 'stopped' : `not found: ${problem.reason}`;
  return `past: ${problem.reason} ${Object.keys(problem.fields)}`;
}

/** Whether the permission's own words let this actor through. */
export function namedIn(
  town: Town,
  action: AnyAction,
  who: { name: ActorName; actor: Actor; example: Example },
): boolean {
  const { name, actor, example } = who;
  if (EXCEPTIONS[action.name]?.stopped.includes(name)) return false;
  const words = action.permission.who;
  if (words.includes('anyone')) return true;
  if (actor.kind !== 'person') return false;
  if (words.includes('person') && (!example.own || example.own.includes(name))) return true;
  const scope = words.includes('lead') ? town.organisationId : town.communityId;
  return rolesIn(actor, scope).some((role) => words.includes(role));
}
