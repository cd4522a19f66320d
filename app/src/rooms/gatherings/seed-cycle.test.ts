import { beforeAll, expect, it } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { readingContext } from '#platform/house.ts';
import { type TestHouse, testHouse } from '#platform/testing-house.ts';
import { communitiesRoom, seedCommunities } from '#rooms/communities/server/index.ts';
import { decisionsRoom, showOutcome } from '#rooms/decisions/server/index.ts';
import { forumRoom } from '#rooms/forum/server/index.ts';
import { messagesRoom } from '#rooms/messages/server/index.ts';
import { peopleRoom, seedPeople } from '#rooms/people/server/index.ts';
import { seedForumCycle } from './seed-cycle.ts';
import { gatheringsRoom, listCycles, showCycle } from './server/index.ts';

const slug = 'gornja-lipa';
let house: TestHouse;
beforeAll(async () => {
  const rooms = [peopleRoom, communitiesRoom, messagesRoom, forumRoom, decisionsRoom, gatheringsRoom];
  house = testHouse(await testDatabase(), rooms);
  await seedPeople(house);
  await seedCommunities(house);
  await seedForumCycle(house);
});
const context = () => readingContext(house, nobody, house.languages.of('en'));

async function forum() {
  const { cycles } = await listCycles(context(), { slug });
  return showCycle(context(), { slug, number: cycles[0]?.number ?? 0 });
}

it('the villages’ forum has six evenings, of which five are over', async () => {
  const { sessions, tables } = await forum();
  expect(sessions.map(({ state }) => state)).toEqual(['over', 'over', 'over', 'over', 'over', 'called']);
  expect(tables.map(({ name }) => name)).toEqual([
    'Слободан сто',
    'Општина Липница',
    'Вода',
    'Путеви',
    'Сто организатора',
  ]);
});

it('its recommendations were taken up, refused with a reason, done, and one still waits', async () => {
  const { recommendations } = await forum();
  expect(recommendations.map(({ state }) => state)).toEqual(['taken-up', 'refused', 'done', 'not-answered']);
  expect(recommendations[1]?.records[0]?.words).not.toBe('');
});

it('its choice by tables came out as the hand has it', async () => {
  const { choices } = await forum();
  const { counted, facts } = await showOutcome(context(), { slug, number: choices[0]?.number ?? 0 });
  // Worked out in demo-cycle.ts.
  expect(counted.winners).toEqual(['1']);
  expect(facts.support).toEqual(['8/5', '7/5', '29/20']);
  expect(facts.tables).toEqual({
    piles: [
      { labels: ['Вода', 'Слободан сто'], ballots: 5, weight: '2/5' },
      { labels: ['Путеви'], ballots: 4, weight: '1/4' },
    ],
    silent: ['Општина Липница'],
    without: ['Сто организатора'],
  });
});

it('names the source of money only where it was agreed', async () => {
  const { money } = await forum();
  expect(money).toEqual([
    { tier: 'local', source: 'Општина Липница', amount: 600000, currency: 'RSD' },
    { tier: 'international', source: null, amount: 4000, currency: 'EUR' },
  ]);
});
