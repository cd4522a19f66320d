/** Fills a house for the bench: the demo town, fifty needs more, a thread of twenty posts. Prints the pages to measure as JSON. */
import { readEnv } from '#env';
import { demoTown, type Town } from '#rooms/communities/server/index.ts';
import { replyInThread, startThread } from '#rooms/forum/server/index.ts';
import { raiseNeed } from '#rooms/needs/server/index.ts';
import { seedTown } from '../db/seed.ts';
import { openHouse } from '../src/open-house.ts';
import { titleOf, wordsOf } from './words.ts';

const SLUG = 'gornja-lipa';
const ROWS = 50;
const POSTS = 20;
const people = ['milena', 'radmila', 'slobodan', 'jelena', 'zoran', 'sanja', 'bogdan'] as const;
const who = (at: number) => people[at % people.length];

async function raiseNeeds(town: Town): Promise<void> {
  for (let at = 0; at < ROWS; at += 1)
    await town.act(who(at), 40 - at / 2, {
      action: raiseNeed,
      input: { slug: SLUG, title: titleOf(at), words: wordsOf(at), place: 'код млина', locale: 'sr-Cyrl' },
    });
}

async function talk(town: Town): Promise<number> {
  const { number } = await town.act<{ number: number }>(who(0), 5, {
    action: startThread,
    input: { slug: SLUG, title: titleOf(0), text: wordsOf(0), locale: 'sr-Cyrl' },
  });
  for (let at = 1; at < POSTS; at += 1)
    await town.act(who(at), 4 - at / 10, {
      action: replyInThread,
      input: { slug: SLUG, number, text: wordsOf(at), locale: 'sr-Cyrl' },
    });
  return number;
}

const house = await openHouse(readEnv(process.env));
await seedTown(house);
const town = await demoTown(house);
await raiseNeeds(town);
const thread = await talk(town);
const { number } = await house.database.db
  .selectFrom('decisions.decision as d')
  .innerJoin('communities.community as c', 'c.id', 'd.communityId')
  .innerJoin('decisions.outcome as o', (join) =>
    join.onRef('o.communityId', '=', 'd.communityId').onRef('o.decisionId', '=', 'd.id'),
  )
  .select('d.number')
  .where('c.slug', '=', SLUG)
  .orderBy('d.number')
  .executeTakeFirstOrThrow();
await house.outgoing.close();
await house.database.close();
console.log(
  JSON.stringify([
    { name: 'list of 50 needs', path: `/c/${SLUG}/needs` },
    { name: 'thread of 20 posts', path: `/c/${SLUG}/forum/${thread}` },
    { name: 'outcome', path: `/c/${SLUG}/decisions/${number}/outcome` },
  ]),
);
