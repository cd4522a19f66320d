import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#platform/database/testing.ts';
import { newSecretId } from '#platform/ids.ts';
import { type TestHouse, testHouse } from '#platform/testing-house.ts';
import { peopleRoom } from '../index.ts';
import { askCode } from '../sign-in/ask-code.ts';
import { giveCode } from '../sign-in/give-code.ts';
import { ask, codeIn, comeIn, newBrowser, sessionOf, type TestBrowser } from '../testing.ts';
import { actFor } from './act-for.ts';
import { seatCookie } from './secrets.ts';
import { signOut, signOutEverywhere } from './sign-out.ts';

let database: TestDatabase;
let house: TestHouse;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await database.truncate();
  house = testHouse(database, [peopleRoom]);
});

const mila = { target: 'mila@example.org', name: 'Mila' };

async function comeAgain(browser: TestBrowser): Promise<string> {
  await ask(house, browser, askCode, { target: mila.target });
  const answer = await ask(house, browser, giveCode, { code: codeIn(house) });
  if (answer.kind !== 'in') throw new Error(answer.kind);
  browser.actor = { kind: 'person', ...answer.seat, roles: new Map() };
  return seatCookie(browser.knock, answer.seat);
}

test('a cookie with the right ids and a wrong secret opens nothing', async () => {
  const [personId, sessionId, secret] = (await comeIn(house, newBrowser(), mila)).split('.');
  const forged = `${secret[0] === 'A' ? 'B' : 'A'}${secret.slice(1)}`;
  expect(await sessionOf(house, `${personId}.${sessionId}.${forged}`)).toBeUndefined();
  expect(await sessionOf(house, `${newSecretId()}.${sessionId}.${secret}`)).toBeUndefined();
  for (const rubbish of [
    '',
    'a.b.c',
    `${personId}.${sessionId}.`,
    `${personId}.${sessionId}`,
    `x'; drop table people.session --`,
  ])
    expect(await sessionOf(house, rubbish)).toBeUndefined();
});

test('a session ends sixty days after it was last seen, and being seen moves the end', async () => {
  const cookie = await comeIn(house, newBrowser(), mila);
  house.passDays(40);
  expect(await sessionOf(house, cookie)).toBeDefined();
  house.passDays(40);
  expect(await sessionOf(house, cookie)).toBeDefined();
  house.passDays(61);
  expect(await sessionOf(house, cookie)).toBeUndefined();
});

test('signing out ends this session and no other', async () => {
  const [laptop, phone] = [newBrowser(), newBrowser()];
  const onLaptop = await comeIn(house, laptop, mila);
  const onPhone = await comeAgain(phone);
  await ask(house, laptop, signOut);
  expect(await sessionOf(house, onLaptop)).toBeUndefined();
  expect(await sessionOf(house, onPhone)).toBeDefined();
});

test('signing out everywhere ends them all', async () => {
  const [laptop, phone] = [newBrowser(), newBrowser()];
  const cookies = [await comeIn(house, laptop, mila), await comeAgain(phone)];
  await ask(house, phone, signOutEverywhere);
  for (const cookie of cookies) expect(await sessionOf(house, cookie)).toBeUndefined();
});

test('nobody ends the session of somebody else', async () => {
  const cookie = await comeIn(house, newBrowser(), mila);
  const other = newBrowser();
  await comeIn(house, other, { target: 'stojan@example.org', name: 'Stojan' });
  await ask(house, other, signOut, { sessionId: cookie.split('.')[1] });
  expect(await sessionOf(house, cookie)).toBeDefined();
  await expect(ask(house, newBrowser(), signOutEverywhere)).rejects.toMatchObject({ kind: 'sign-in' });
});

test('coming in again on the same browser ends the session it had', async () => {
  const browser = newBrowser();
  const first = await comeIn(house, browser, mila);
  const second = await comeAgain(browser);
  expect(await sessionOf(house, first)).toBeUndefined();
  expect(await sessionOf(house, second)).toBeDefined();
});

test('a session acts for an organisation of its person, and for no other', async () => {
  const browser = newBrowser();
  const cookie = await comeIn(house, browser, mila);
  const [own, strange] = [newSecretId(), newSecretId()];
  if (browser.actor.kind === 'person') browser.actor = { ...browser.actor, roles: new Map([[own, ['member']]]) };
  await ask(house, browser, actFor, { organisationId: own });
  expect(await sessionOf(house, cookie)).toMatchObject({ actingForId: own });
  await expect(ask(house, browser, actFor, { organisationId: strange })).rejects.toMatchObject({ kind: 'forbidden' });
  await ask(house, browser, actFor, { organisationId: '' });
  expect((await sessionOf(house, cookie))?.actingForId).toBeUndefined();
});
