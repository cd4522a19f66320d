import { beforeEach, expect, it } from 'vitest';
import { deliverAnnouncements } from '#platform/announcements.ts';
import {
  admitRequest,
  declineRequest,
  joinCommunity,
  proposeRole,
  secondRole,
  stepDown,
} from '#rooms/communities/server/index.ts';
import { type TestVillage, testVillage } from '#rooms/communities/server/testing.ts';
import { listNotices, messagesRoom } from './index.ts';

let village: TestVillage;
let mira: string;
let ana: string;
let bora: string;
const slug = 'lipovac';
beforeEach(async () => {
  village = await testVillage();
  mira = await village.person('Mira');
  await village.found(mira, slug, { joining: 'approval' });
  [ana, bora] = [await village.person('Ana'), await village.person('Bora')];
});

const hear = () => deliverAnnouncements({ ...village.house, rooms: [messagesRoom] });
const told = async (who: string) => {
  await hear();
  return (await village.reads(who, listNotices)).notices.map(({ sentence, href }) => [sentence, href]);
};
const ask = async (who: string) => {
  await village.as(who, joinCommunity, { slug, belonging: 'lives-here', oldEnough: 'yes' });
  const { id } = await village.house.database.db
    .selectFrom('communities.joinRequest')
    .select('id')
    .where('personId', '=', who)
    .executeTakeFirstOrThrow();
  return { slug, requestId: id };
};

it('who was let in is told', async () => {
  await village.as(mira, admitRequest, await ask(ana));
  expect(await told(ana)).toEqual([['You were let in: you sit at the table now', `/c/${slug}`]]);
  expect(await told(mira)).toEqual([]);
});

it('who was declined is told, with the reason where there is one', async () => {
  await village.as(mira, declineRequest, { ...(await ask(ana)), words: 'We don’t know you yet.' });
  await village.as(mira, declineRequest, { ...(await ask(bora)), words: '' });
  expect(await told(ana)).toEqual([['Your request for a seat was declined: We don’t know you yet.', `/c/${slug}`]]);
  expect(await told(bora)).toEqual([['Your request for a seat was declined', `/c/${slug}`]]);
});

it('who was given a role or lost one is told, and not of what they did themselves', async () => {
  for (const who of [ana, bora]) await village.as(mira, admitRequest, await ask(who));
  await told(ana);
  await village.as(mira, proposeRole, { slug, personId: ana, role: 'steward', change: 'grant' });
  expect((await told(ana))[0]).toEqual(['You are a steward now', `/c/${slug}/who`]);
  await village.as(mira, proposeRole, { slug, personId: bora, role: 'teller', change: 'grant' });
  const change = async () => {
    const { id } = await village.house.database.db
      .selectFrom('communities.roleChange')
      .select('id')
      .where('closedAt', 'is', null)
      .executeTakeFirstOrThrow();
    return { slug, changeId: id };
  };
  await village.as(ana, secondRole, await change());
  await village.as(mira, proposeRole, { slug, personId: bora, role: 'teller', change: 'end' });
  await village.as(ana, secondRole, await change());
  expect((await told(bora)).slice(0, 2).map(([sentence]) => sentence)).toEqual([
    'You are no longer a teller',
    'You are a teller now',
  ]);
  await village.as(ana, stepDown, { slug, role: 'steward' });
  expect(await told(ana)).toHaveLength(2);
});

it('what is heard long after it happened is no news', async () => {
  await village.as(mira, admitRequest, await ask(ana));
  village.house.passDays(30);
  expect(await told(ana)).toEqual([]);
});
