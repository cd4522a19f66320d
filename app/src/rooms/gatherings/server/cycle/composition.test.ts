import { beforeAll, expect, it } from 'vitest';
import { sayAttribute } from '#rooms/communities/server/index.ts';
import { chooseTable } from './choose-table.ts';
import { drawComposition } from './composition.ts';
import { setRule } from './set-rule.ts';
import { showCycle } from './show-cycle.ts';
import { showCycleDesk } from './show-cycle-desk.ts';
import { type Forum, testForum } from './testing.ts';

let forum: Forum;
beforeAll(async () => {
  forum = await testForum(12);
});

const desk = () => forum.reads(forum.mira, (context) => showCycleDesk(context, forum));
const draw = () => drawComposition.run(forum.village.house);
const finding = async () => (await desk()).rules[0]?.finding;

async function sit(from: number, to: number, group: string, table: number): Promise<void> {
  for (const personId of forum.people.slice(from, to)) {
    await forum.village.as(personId, sayAttribute, { slug: forum.slug, attribute: 'gender', group });
    await forum.as(personId, chooseTable, { table });
  }
}

it('says of a rule only met, not met or not known, looked at from five on, once a day, and again when five more sat down', async () => {
  expect(await finding()).toBe('not-known');
  await sit(0, 4, 'man', 3);
  await draw();
  expect([await finding(), (await desk()).drawnOn]).toEqual(['not-known', null]);
  await sit(4, 5, 'woman', 4);
  await draw();
  // One woman of five.
  expect([await finding(), (await desk()).drawnOn]).toEqual(['not-met', '2026-11-01']);
  await sit(5, 8, 'woman', 4);
  forum.village.house.passDays(1);
  await draw();
  // Four of eight would meet it, but only three more sat down: nobody reads from a change what the last one is.
  expect(await finding()).toBe('not-met');
  await sit(8, 10, 'woman', 3);
  await draw();
  // Six women of ten.
  expect(await finding()).toBe('met');
  const seen = JSON.stringify((await desk()).rules);
  expect(seen).not.toMatch(/"(count|seated|said|ofGroup)"/);
});

it('keeps what it found from everybody who does not sit at the desk, and shows everyone the rule', async () => {
  const [ana] = forum.people;
  await expect(forum.reads(ana, (context) => showCycleDesk(context, forum))).rejects.toMatchObject({
    kind: 'forbidden',
  });
  const { rules } = await forum.reads(ana, (context) => showCycle(context, forum));
  expect(rules).toEqual([{ kind: 'share', attribute: 'gender', group: 'woman', least: 40 }]);
});

it('takes no rule on a group that nobody is asked about, nor the same twice', async () => {
  const rule = { kind: 'spread', attribute: 'ethnicity', group: 'Rom', least: 2 };
  await expect(forum.as(forum.mira, setRule, rule)).rejects.toMatchObject({ reason: 'cycle.unknown-group' });
  const women = { kind: 'share', attribute: 'gender', group: 'woman', least: 50 };
  await expect(forum.as(forum.mira, setRule, women)).rejects.toMatchObject({ reason: 'cycle.same-rule' });
  await forum.as(forum.mira, setRule, { ...women, kind: 'spread', least: 3 });
  await expect(forum.as(forum.mira, setRule, { ...women, kind: 'spread', least: 11 })).rejects.toMatchObject({
    kind: 'invalid',
  });
});

it('the organisers’ table is counted in no rule', async () => {
  const { db } = forum.village.house.database;
  const pictures = await db.selectFrom('gatherings.compositionPicture').select('seated').orderBy('drawnOn').execute();
  expect(pictures.map(({ seated }) => seated)).toEqual([5, 10]);
});
