import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#platform/database/testing.ts';
import { readingContext } from '#platform/house.ts';
import { runAction } from '#platform/run-action.ts';
import { type TestHouse, testHouse } from '#platform/testing-house.ts';
import { chooseMail } from './choose-mail.ts';
import { messagesRoom } from './index.ts';
import { leaveMail } from './leave-mail.ts';
import { markRead } from './mark-read.ts';
import { callOffReminders, notify, remind } from './notify.ts';
import { openNotice } from './open-notice.ts';
import { countUnread, listNotices } from './queries.ts';
import { remindDue } from './remind-due.ts';
import { sendDigests } from './send-digests.ts';
import { sendMails } from './send-mails.ts';
import { reader, work } from './testing.ts';

let house: TestHouse;
const notice = { kind: 'forum.replied', facts: { title: 'Вода' }, href: '/c/selo/forum/3', about: 'thread-3' };
const person = (personId: string) => ({ kind: 'person' as const, personId, roles: new Map<string, string[]>() });
const as = (personId: string) => readingContext(house, person(personId), house.languages.of('en'));
const acting = (personId: string) => ({ actor: person(personId), language: house.languages.of('en') });

beforeEach(async () => {
  house = testHouse(await testDatabase(), [messagesRoom]);
});

test('ten replies to one thread are one unread notice, and reading it makes room for the next', async () => {
  const mira = await reader(house, 'Mira');
  for (let reply = 0; reply < 10; reply += 1) await work(house, (context) => notify(context, [mira], notice));
  expect(await countUnread(as(mira))).toBe(1);
  await runAction(house, acting(mira), { action: markRead, input: {} });
  expect(await countUnread(as(mira))).toBe(0);
  await work(house, (context) => notify(context, [mira], notice));
  expect((await listNotices(as(mira))).notices.map((shown) => shown.unread)).toEqual([true, false]);
});

test('what is told once more while it is unread comes to the top, and the pages follow that order', async () => {
  const mira = await reader(house, 'Mira');
  for (let about = 0; about < 60; about += 1)
    await work(house, (context) =>
      notify(context, [mira], { ...notice, href: `/c/selo/forum/${about}`, about: `t-${about}` }),
    );
  house.passDays(1);
  await work(house, (context) => notify(context, [mira], { ...notice, about: 't-0', href: '/c/selo/forum/0' }));
  const first = await listNotices(as(mira));
  const second = await listNotices(as(mira), first.next ?? '');
  const order = [...first.notices, ...second.notices].map(({ href }) => Number(href.split('/').at(-1)));
  expect([order[0], order.length, new Set(order).size]).toEqual([0, 60, 60]);
});

test('a notice that is opened is read and leads on; another’s is not there', async () => {
  const [mira, jovan] = [await reader(house, 'Mira'), await reader(house, 'Jovan')];
  await work(house, (context) => notify(context, [mira], notice));
  await work(house, (context) => notify(context, [mira], { ...notice, about: 'thread-4' }));
  const { notices } = await listNotices(as(mira));
  const { id } = notices[0];
  await expect(runAction(house, acting(jovan), { action: openNotice, input: { id } })).rejects.toMatchObject({
    kind: 'not-found',
  });
  expect(await runAction(house, acting(mira), { action: openNotice, input: { id } })).toEqual({
    href: '/c/selo/forum/3',
  });
  expect(await countUnread(as(mira))).toBe(1);
});

test('nobody reads the notices of another', async () => {
  const mira = await reader(house, 'Mira');
  const jovan = await reader(house, 'Jovan');
  await work(house, (context) => notify(context, [mira], notice));
  expect((await listNotices(as(jovan))).notices).toEqual([]);
  await runAction(house, acting(jovan), { action: markRead, input: {} });
  expect(await countUnread(as(mira))).toBe(1);
});

test('a mail goes out once, only to who asked to be told each time', async () => {
  const mira = await reader(house, 'Mira');
  const jovan = await reader(house, 'Jovan');
  await runAction(house, acting(mira), { action: chooseMail, input: { mail: 'each' } });
  await work(house, (context) => notify(context, [mira, jovan], { ...notice, mail: 'soon' }));
  await sendMails.run(house);
  await sendMails.run(house);
  expect(house.letters.map((letter) => letter.to)).toEqual(['mira@example.org']);
  expect(house.letters[0].headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
});

test('the way out under a mail ends all mail without signing in, and a wrong one does nothing', async () => {
  const mira = await reader(house, 'Mira');
  await runAction(house, acting(mira), { action: chooseMail, input: { mail: 'each' } });
  await work(house, (context) => notify(context, [mira], { ...notice, mail: 'soon' }));
  await sendMails.run(house);
  const [, personId, wayOut] = /\/out\/([^/]+)\/(\S+)/.exec(house.letters[0].text) ?? [];
  const nobody = { actor: { kind: 'nobody' as const }, language: house.languages.of('en') };
  await expect(
    runAction(house, nobody, { action: leaveMail, input: { personId, wayOut: 'x'.repeat(32) } }),
  ).rejects.toThrow('not-found');
  await runAction(house, nobody, { action: leaveMail, input: { personId, wayOut } });
  await work(house, (context) => notify(context, [mira], { ...notice, about: 'thread-4', mail: 'soon' }));
  await sendMails.run(house);
  expect(house.letters).toHaveLength(1);
});

test('a reminder comes when its time has come, once, and not when it was called off or is a day late', async () => {
  const mira = await reader(house, 'Mira');
  const dueAt = new Date(house.now().getTime() + 3 * 86_400_000);
  await work(house, (context) => remind(context, [mira], { ...notice, about: 'a', dueAt }));
  await work(house, (context) => remind(context, [mira], { ...notice, about: 'b', dueAt }));
  await work(house, (context) => callOffReminders(context, notice.kind, 'b'));
  await remindDue.run(house);
  expect(await countUnread(as(mira))).toBe(0);
  house.passDays(4);
  await remindDue.run(house);
  await remindDue.run(house);
  expect(await countUnread(as(mira))).toBe(1);
  await work(house, (context) => remind(context, [mira], { ...notice, about: 'c', dueAt: context.now }));
  house.passDays(2);
  await remindDue.run(house);
  house.passDays(-2);
  await remindDue.run(house);
  expect(await countUnread(as(mira))).toBe(1);
});

test('the weekly letter is never empty and never comes twice in a week', async () => {
  const mira = await reader(house, 'Mira');
  await reader(house, 'Jovan');
  house.passDays(8);
  await sendDigests.run(house);
  expect(house.letters).toEqual([]);
  await work(house, (context) => notify(context, [mira], notice));
  await sendDigests.run(house);
  await sendDigests.run(house);
  expect(house.letters.map((letter) => letter.to)).toEqual(['mira@example.org']);
  expect(house.letters[0].text).toContain('http://localhost:3000/c/selo/forum/3');
  house.passDays(8);
  await sendDigests.run(house);
  expect(house.letters).toHaveLength(1);
});

test('who is erased is told nothing any more', async () => {
  const mira = await reader(house, 'Mira');
  await work(house, (context) => notify(context, [mira], notice));
  const listener = messagesRoom.listeners[0];
  await work(house, (context) => listener.hear(context, { kind: 'people.person-erased', personId: mira }));
  expect((await listNotices(as(mira))).notices).toEqual([]);
});

test('a notice leads only to a place in this house', async () => {
  const mira = await reader(house, 'Mira');
  for (const href of ['//evil.example', 'https://evil.example', '/\\evil.example'])
    await expect(work(house, (context) => notify(context, [mira], { ...notice, href }))).rejects.toThrow('href');
});
