import { beforeAll, describe, expect, it } from 'vitest';
import type { AnyAction } from '#platform/action.ts';
import { hasRole } from '#platform/actor.ts';
import type { TestDatabase } from '#platform/database/testing.ts';
import { CIRCLES, type Circle, plainCharter } from '#rooms/communities/index.ts';
import { invitePerson, writeCharter } from '#rooms/communities/server/index.ts';
import { testVillage } from '#rooms/communities/server/testing.ts';
import { draftDecision, reviseDecision } from '#rooms/decisions/server/index.ts';
import { startThread } from '#rooms/forum/server/index.ts';
import { raiseNeed } from '#rooms/needs/server/index.ts';
import { draft, paperOf } from './test-examples-decisions.ts';
import { ACTORS, type ActorName, fillTown } from './test-people.ts';
import { SLUG, type Standing, type Town, townIn } from './test-town.ts';
import { actorOf, examples, inputFor, outcomeOf } from './test-tries.ts';

let database: TestDatabase;
let standing: Standing;
beforeAll(async () => {
  const village = await testVillage();
  database = village.house.database;
  standing = await fillTown(village);
});

const inTown = <Result>(run: (town: Town) => Promise<Result>): Promise<Result> =>
  database.inTransaction((db) => run(townIn(db, standing)));

const ROLES: Readonly<Record<Circle, readonly string[]>> = {
  person: ['member', 'facilitator', 'steward'],
  member: ['member', 'facilitator', 'steward'],
  facilitator: ['facilitator', 'steward'],
  steward: ['steward'],
};

/** What the charter may choose, and whether its widest circle is everyone signed in; a paper is written by members at most. */
const chosen: readonly { choice: string; action: AnyAction; widest: 'person' | 'member' }[] = [
  { choice: 'raiseNeed', action: raiseNeed, widest: 'person' },
  { choice: 'startThread', action: startThread, widest: 'person' },
  { choice: 'invite', action: invitePerson, widest: 'person' },
  { choice: 'openDecision', action: draftDecision, widest: 'member' },
];

async function chooses(town: Town, choice: string, circle: Circle): Promise<void> {
  const rules = plainCharter({ country: 'RS', locale: 'sr-Cyrl', answersForData: 'Mira', law: 'ZZPL' });
  await town.as('mira', writeCharter, {
    slug: SLUG,
    rules: { ...rules, choices: { ...rules.choices, [choice]: circle } },
  });
}

describe.each(chosen)('where the charter chooses $choice', ({ choice, action, widest }) => {
  it.each(CIRCLES)('%s is the circle that may, here and not next door', async (circle) => {
    await inTown(async (town) => {
      await chooses(town, choice, circle);
      const example = await examples[action.name](town);
      for (const name of ACTORS) {
        const actor = await actorOf(town, name);
        const input = await inputFor(example, name);
        const outcome = await town.tries(() => outcomeOf(town, action, { actor, input }));
        const everyone = circle === 'person' && widest === 'person' && name !== 'nobody';
        const may = everyone || hasRole(actor, town.communityId, ...ROLES[circle]);
        expect([name, outcome]).toEqual([name, may ? 'done' : 'stopped']);
      }
    });
  });
});

it('lets the member who wrote a paper change it, and no other member', async () => {
  await inTown(async (town) => {
    await chooses(town, 'openDecision', 'member');
    const input = { ...paperOf(town), ...(await draft(town, 'owner')), question: 'Da li da mlin čeka?' };
    const outcome = async (name: ActorName) =>
      town.tries(async () => outcomeOf(town, reviseDecision, { actor: await actorOf(town, name), input }));
    expect([await outcome('owner'), await outcome('facilitator')]).toEqual(['done', 'done']);
    for (const name of ['member', 'teller', 'keeper', 'elsewhere'] as const)
      expect(await outcome(name)).toBe('stopped');
  });
});
