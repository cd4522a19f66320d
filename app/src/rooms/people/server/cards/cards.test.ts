import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#platform/database/testing.ts';
import { newToken } from '#platform/ids.ts';
import { type TestHouse, testHouse } from '#platform/testing-house.ts';
import { printedCode } from '../../rules.ts';
import { createPerson } from '../account/create-person.ts';
import { peopleRoom } from '../index.ts';
import { seatCookie } from '../sessions/secrets.ts';
import { asFacilitator, ask, comeIn, newBrowser, sessionOf } from '../testing.ts';
import { hashCard, newCardCode, readCardCode } from './card-code.ts';
import { makeCard } from './make-card.ts';
import { saveRevocation } from './store.ts';
import { useCard } from './use-card.ts';

let database: TestDatabase;
let house: TestHouse;
let stojan: string;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await database.truncate();
  house = testHouse(database, [peopleRoom]);
  stojan = await asFacilitator(house, (context) => createPerson(context, { name: 'Стојан', locale: 'sr-Cyrl' }));
});

const makeFor = (personId: string) => asFacilitator(house, (context) => makeCard(context, { personId }));

test('a card lets in whoever has neither phone nor email, as often as they like', async () => {
  const { code } = await makeFor(stojan);
  for (let time = 0; time < 2; time += 1) {
    const browser = newBrowser();
    const answer = await ask(house, browser, useCard, { card: code.toLowerCase() });
    if (answer.kind !== 'in') throw new Error(answer.kind);
    expect(await sessionOf(house, seatCookie(browser.knock, answer.seat))).toMatchObject({
      name: 'Стојан',
      locale: 'sr-Cyrl',
    });
  }
});

test('a person has one card: a new one takes the place of the old', async () => {
  const [old, fresh] = [await makeFor(stojan), await makeFor(stojan)];
  expect(await ask(house, newBrowser(), useCard, { card: old.code })).toEqual({ kind: 'unknown' });
  expect(await ask(house, newBrowser(), useCard, { card: fresh.code })).toMatchObject({ kind: 'in' });
  const open = database.db.insertInto('people.card').values({
    id: crypto.randomUUID(),
    personId: stojan,
    codeHash: 'a'.repeat(64),
    madeAt: house.now(),
    madeBy: null,
  });
  await expect(open.execute()).rejects.toThrow(/card_single_active/);
});

test('a revoked card opens nothing', async () => {
  const { code } = await makeFor(stojan);
  expect(await asFacilitator(house, (context) => saveRevocation(context, stojan))).toBe(true);
  expect(await ask(house, newBrowser(), useCard, { card: code })).toEqual({ kind: 'unknown' });
});

test('the database holds no code of a card', async () => {
  const { code } = await makeFor(stojan);
  const rows = JSON.stringify(await database.db.selectFrom('people.card').selectAll().execute());
  expect(rows).not.toContain(code.replaceAll(' ', ''));
});

test('guessing is counted and stopped', async () => {
  const hour = new Date('2026-11-01T10:00:00Z');
  await database.db
    .insertInto('platform.limitHit')
    .values({ key: 'people.card:192.0.2.7', windowStartsAt: hour, hits: 199 })
    .execute();
  const guess = printedCode(newCardCode({ newToken }));
  expect(await ask(house, newBrowser(), useCard, { card: guess })).toEqual({ kind: 'unknown' });
  await expect(ask(house, newBrowser(), useCard, { card: guess })).rejects.toMatchObject({
    reason: 'people.many-knocks',
  });
});

test('whoever has an email of their own hears that a card was made for them', async () => {
  const cookie = await comeIn(house, newBrowser(), { target: 'mila@example.org', name: 'Mila' });
  house.passDays(1);
  await makeFor(cookie.split('.')[0]);
  expect(house.letters.at(-1)).toMatchObject({ to: 'mila@example.org', text: expect.stringContaining('card') });
});

test('a code is read from either keyboard, and nothing else is', async () => {
  expect(readCardCode('вснк мртх-2345')).toBe('BCHKMPTX2345');
  for (const wrong of ['', 'BCHK MPTX 234', 'BCHK MPTX 23456', 'ACHK MPTX 2345', '0CHK MPTX 2345'])
    expect(readCardCode(wrong)).toBeUndefined();
});

test('codes are long, differ, and hash the same each time', async () => {
  const codes = new Set(Array.from({ length: 200 }, () => newCardCode({ newToken })));
  expect(codes.size).toBe(200);
  expect([...codes].every((code) => readCardCode(code) === code)).toBe(true);
  expect(await hashCard('BCHKMPTX2345')).toBe(await hashCard('BCHKMPTX2345'));
});
