import { expect, test } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { readingContext } from '#platform/house.ts';
import { testHouse } from '#platform/testing-house.ts';
import { commitmentsFrom } from '#rooms/commitments/server/index.ts';
import { seedCommunities } from '#rooms/communities/server/index.ts';
import * as demo from '#rooms/gatherings/demo-event.ts';
import { seedEvents } from '#rooms/gatherings/seed-events.ts';
import { listGatherings, listQuestions, showReport } from '#rooms/gatherings/server/index.ts';
import { seedPeople } from '#rooms/people/server/index.ts';
import { seedPractice } from '#rooms/practice/seed.ts';

test('the demo’s event had three speakers and seven questions, one is owed still, and its steps were asked about', async () => {
  const house = testHouse(await testDatabase(), []);
  await seedPeople(house);
  await seedCommunities(house);
  await seedPractice(house);
  await seedEvents(house);
  const context = readingContext(house, nobody, house.languages.of('sr-Cyrl'));
  const held = await house.database.db
    .selectFrom('gatherings.gathering')
    .select(['number', 'id', 'communityId'])
    .where('endsAt', '<', house.now())
    .executeTakeFirstOrThrow();
  const at = { slug: demo.PRACTICE, number: held.number };
  const { questions } = await listQuestions(context, at);
  expect(questions.map(({ state }) => state).sort()).toEqual(
    ['answered', 'answered', 'answered', 'answered', 'answered-in-writing', 'declined', 'owed'].sort(),
  );
  const { document } = await showReport(context, at);
  const said = JSON.stringify(document);
  for (const { who, caseWords } of demo.eventSpeakers) expect([who, said.includes(caseWords)]).toEqual([who, true]);
  const words = await commitmentsFrom(context, {
    communityId: held.communityId,
    origin: 'gathering',
    originId: held.id,
  });
  expect(words.map(({ state }) => state)).toEqual(['kept', 'not-kept', 'kept', 'given']);
  expect(words.every(({ asked }) => asked > 0)).toBe(true);
  const { coming, past } = await listGatherings(context, { slug: demo.PRACTICE });
  expect([coming.length, past.length]).toEqual([1, 1]);
  expect((await listGatherings(context, { slug: 'lipnica' })).coming.map(({ kind }) => kind)).toEqual(['training']);
}, 120_000);
