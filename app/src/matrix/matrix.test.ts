import { beforeAll, describe, expect, it } from 'vitest';
import type { AnyAction } from '#platform/action.ts';
import type { TestDatabase } from '#platform/database/testing.ts';
import { runAction } from '#platform/run-action.ts';
import { allRooms } from '#rooms/all.ts';
import { testVillage } from '#rooms/communities/server/testing.ts';
import type { Example } from './test-example.ts';
import { EXCEPTIONS } from './test-exceptions.ts';
import { ACTORS, type ActorName, fillTown } from './test-people.ts';
import { fingerprint, OTHER, type Standing, type Town, townIn } from './test-town.ts';
import { actorOf, examples, inputFor, namedIn, type Outcome, outcomeOf } from './test-tries.ts';

const actions: readonly AnyAction[] = allRooms.flatMap((room) => room.actions);
const named = actions.map((action) => ({ name: action.name, action }));
const ofHouse = ['communities.begin-house', 'communities.found-community', 'communities.register-organisation'];
/** Actions that are asked of one community, by its address or its id. */
const ofCommunity = named.filter(
  ({ name }) =>
    !name.startsWith('people.') &&
    !name.startsWith('messages.') &&
    !ofHouse.includes(name) &&
    !/organisation$/.test(name.replace(/(bring|part)-organisation/, '')),
);
/** What one does with one's own account and notices. */
const ofOneself = named.filter(
  ({ name, action }) => /^(people|messages)\./.test(name) && action.permission.who.includes('person'),
);

let database: TestDatabase;
let standing: Standing;
beforeAll(async () => {
  const village = await testVillage();
  database = village.house.database;
  standing = await fillTown(village);
});

/** Makes the example of an action in a transaction of its own, and takes everything back. */
const inTown = <Result>(action: AnyAction, run: (town: Town, example: Example) => Promise<Result>): Promise<Result> =>
  database.inTransaction(async (db) => {
    const town = townIn(db, standing);
    return run(town, await examples[action.name](town));
  });

const attempt = (town: Town, action: AnyAction, { name, example }: { name: ActorName; example: Example }) =>
  town.tries(async (): Promise<Outcome> => {
    const input = await inputFor(example, name);
    return outcomeOf(town, action, { actor: await actorOf(town, name), input, hides: example.hides });
  });

it('knows how to ask for every action, and of no action that is not there', () => {
  const names = actions.map(({ name }) => name).sort();
  expect(Object.keys(examples).sort()).toEqual(names);
  expect(Object.keys(EXCEPTIONS).filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(named)('$name', ({ action }) => {
  it('is done by whom its permission names and by nobody else, here and from next door', async () => {
    const { found, said } = await inTown(action, async (town, example) => {
      const found: Record<string, Outcome | 'past'> = {};
      const said: Record<string, string> = {};
      for (const name of ACTORS) {
        found[name] = await attempt(town, action, { name, example });
        said[name] = namedIn(town, action, { name, actor: await actorOf(town, name), example }) ? 'past' : 'stopped';
      }
      return { found, said };
    });
    if (action.name !== 'communities.begin-house') expect(Object.values(found)).toContain('done');
    const seen = Object.entries(found).map(([name, outcome]) => [
      name,
      /^(done|past)/.test(outcome) ? 'past' : outcome,
    ]);
    expect(Object.fromEntries(seen)).toEqual(said);
  });
});

describe.each(ofCommunity)('$name', ({ action }) => {
  it('touches nothing here when it is asked under the address of next door', async () => {
    await inTown(action, async (town, example) => {
      const input = await inputFor(example, 'elsewhere');
      const moved = { ...input, ...('slug' in input ? { slug: OTHER } : { communityId: town.otherId }) };
      const before = await fingerprint(town.db, { community: town.communityId });
      const outcome = await outcomeOf(town, action, { actor: await actorOf(town, 'elsewhere'), input: moved });
      expect(outcome).not.toMatch(/^bug/);
      expect(await fingerprint(town.db, { community: town.communityId })).toBe(before);
    });
  });

  it('answers calmly where there is no such community', async () => {
    await inTown(action, async (town, example) => {
      const input = await inputFor(example, 'steward');
      const none = { ...input, ...('slug' in input ? { slug: 'nema-ga' } : { communityId: town.organisationId }) };
      for (const name of ['nobody', 'steward', 'lead'] as const)
        expect(
          await town.tries(async () => outcomeOf(town, action, { actor: await actorOf(town, name), input: none })),
        ).toMatch(/^(not found|stopped)/);
    });
  });
});

describe.each(ofOneself)('$name', ({ action }) => {
  it('leaves what is somebody else’s as it is, whatever id is sent', async () => {
    await inTown(action, async (town, example) => {
      const mine = () => fingerprint(town.db, { person: town.people.owner });
      for (const name of ACTORS.filter((one) => one !== 'owner')) {
        const [before, after] = await town.tries(async () => {
          const input = await inputFor(example, name);
          const before = await mine();
          await outcomeOf(town, action, { actor: await actorOf(town, name), input });
          return [before, await mine()];
        });
        expect(after).toBe(before);
      }
    });
  });
});

describe.each(named.filter(({ action }) => action.repeat === 'once'))('$name', ({ action }) => {
  it('is done once by a form that arrives twice, and answers the same', async () => {
    await inTown(action, async (town, example) => {
      for (const name of ACTORS) {
        const again = await town.tries(() => twice(town, action, { name, example }));
        if (again) return expect(again.second).toEqual(again.first);
      }
      throw new Error('nobody could do it');
    });
  });
});

/** Sends the same form twice as somebody: what the house holds and answers after each; undefined when it was refused. */
async function twice(town: Town, action: AnyAction, { name, example }: { name: ActorName; example: Example }) {
  const input = await inputFor(example, name);
  const asking = {
    actor: await actorOf(town, name),
    language: town.house.languages.of('en'),
    key: 'the-key-of-one-form',
  };
  const send = async () => {
    const answer: unknown = await runAction(town.house, asking, { action, input });
    return {
      answer: JSON.parse(JSON.stringify(answer ?? null)) as unknown,
      held: await fingerprint(town.db),
      letters: town.house.letters.length,
    };
  };
  const first = await send().catch(() => undefined);
  return first && { first, second: await send() };
}
