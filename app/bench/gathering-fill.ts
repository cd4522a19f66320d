/** Calls a thematic event that is under way, with some questions, in a filled house. Prints its address and ids as JSON. */
import { readEnv } from '#env';
import { demoTown } from '#rooms/communities/server/index.ts';
import { askQuestion, callGathering } from '#rooms/gatherings/server/index.ts';
import { openHouse } from '../src/open-house.ts';
import { titleOf } from './words.ts';

const SLUG = 'gornja-lipa';
const QUESTIONS = 30;
const HOUR = 3_600_000;

const house = await openHouse(readEnv(process.env));
const town = await demoTown(house);
const { id: communityId } = await house.database.db
  .selectFrom('communities.community')
  .select('id')
  .where('slug', '=', SLUG)
  .executeTakeFirstOrThrow();
const called = await town.act<{ gatheringId: string; number: number }>('dragan', 1, {
  action: callGathering,
  input: {
    communityId,
    kind: 'thematic-event',
    theme: 'Партнерства која трају',
    locale: 'sr-Cyrl',
    place: 'Дом културе',
    startsAt: new Date(Date.now() - HOUR),
    endsAt: new Date(Date.now() + 4 * HOUR),
  },
});
for (let at = 0; at < QUESTIONS; at += 1)
  await town.act('milena', 0, {
    action: askQuestion,
    input: {
      slug: SLUG,
      number: called.number,
      locale: 'sr-Cyrl',
      text: `${titleOf(at)}?`,
      hand: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    },
  });
await house.outgoing.close();
await house.database.close();
console.log(JSON.stringify({ slug: SLUG, questions: QUESTIONS, ...called }));
