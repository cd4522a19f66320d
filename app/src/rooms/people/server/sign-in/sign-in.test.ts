import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#platform/database/testing.ts';
import { readingContext } from '#platform/house.ts';
import type { Letter } from '#platform/outgoing/outgoing.ts';
import { type TestHouse, testHouse } from '#platform/testing-house.ts';
import { peopleRoom } from '../index.ts';
import { seatCookie } from '../sessions/secrets.ts';
import { ask, codeIn, comeIn, newBrowser, seededPerson, sessionOf, type TestBrowser } from '../testing.ts';
import { askCode } from './ask-code.ts';
import { choosePerson } from './choose-person.ts';
import { giveCode } from './give-code.ts';
import { introduceOneself } from './introduce-oneself.ts';
import { showChoice, showWaiting } from './queries.ts';

let database: TestDatabase;
let house: TestHouse;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await database.truncate();
  house = testHouse(database, [peopleRoom]);
});

const reading = (of: TestHouse, browser: TestBrowser) => readingContext(of, browser.actor, of.languages.of('en'));

describe('a code by email', () => {
  test('lets somebody new in under the name they give', async () => {
    const cookie = await comeIn(house, newBrowser(), { target: ' Mila@Example.org ', name: 'Mila' });
    expect(house.letters[0]).toMatchObject({ channel: 'email', to: 'mila@example.org' });
    expect(await sessionOf(house, cookie)).toMatchObject({ name: 'Mila', locale: 'en' });
  });

  test('lets the owner of an email in at once the next time', async () => {
    await comeIn(house, newBrowser(), { target: 'mila@example.org', name: 'Mila' });
    const phone = newBrowser();
    await ask(house, phone, askCode, { target: 'mila@example.org' });
    const answer = await ask(house, phone, giveCode, { code: codeIn(house), device: 'Firefox · Android' });
    if (answer.kind !== 'in') throw new Error(answer.kind);
    expect(await sessionOf(house, seatCookie(phone.knock, answer.seat))).toMatchObject({ name: 'Mila' });
  });

  test('says the same whether the house knows the address or not', async () => {
    await comeIn(house, newBrowser(), { target: 'mila@example.org', name: 'Mila' });
    const [known, unknown] = [newBrowser(), newBrowser()];
    const answers = [
      await ask(house, known, askCode, { target: 'mila@example.org' }),
      await ask(house, unknown, askCode, { target: 'maja@example.org' }),
    ];
    expect(answers[0]).toEqual(answers[1]);
    const pages = [known, unknown].map((browser) =>
      showWaiting(reading(house, browser), { knock: browser.knock, purpose: 'sign-in' }),
    );
    expect(await pages[0]).toEqual(await pages[1]);
    expect(house.letters.at(-1)?.subject).toMatch(/\d{6}/);
  });

  test('is refused a second time', async () => {
    const browser = newBrowser();
    await comeIn(house, browser, { target: 'mila@example.org', name: 'Mila' });
    await expect(ask(house, browser, giveCode, { code: codeIn(house) })).rejects.toMatchObject({
      reason: 'people.code-gone',
    });
    await expect(ask(house, browser, introduceOneself, { name: 'Mila' })).rejects.toMatchObject({
      reason: 'people.code-gone',
    });
  });

  test('opens only for the browser that asked for it', async () => {
    const [hers, his] = [newBrowser(), newBrowser()];
    await ask(house, hers, askCode, { target: 'mila@example.org' });
    await expect(ask(house, his, giveCode, { code: codeIn(house) })).rejects.toMatchObject({
      reason: 'people.code-gone',
    });
  });

  test('opens nothing after ten minutes', async () => {
    const browser = newBrowser();
    await ask(house, browser, askCode, { target: 'mila@example.org' });
    house.setNow('2026-11-01T10:10:01Z');
    await expect(ask(house, browser, giveCode, { code: codeIn(house) })).rejects.toMatchObject({
      reason: 'people.code-gone',
    });
  });

  test('has five tries, and each wrong one is kept', async () => {
    const browser = newBrowser();
    await ask(house, browser, askCode, { target: 'mila@example.org' });
    const wrong = codeIn(house) === '000000' ? '111111' : '000000';
    for (const left of [4, 3, 2, 1, 0])
      expect(await ask(house, browser, giveCode, { code: wrong })).toEqual({ kind: 'wrong', left });
    await expect(ask(house, browser, giveCode, { code: codeIn(house) })).rejects.toMatchObject({
      reason: 'people.tries-gone',
    });
  });

  test('is nowhere in the database, nor is the secret of a session', async () => {
    const browser = newBrowser();
    const cookie = await comeIn(house, browser, { target: 'mila@example.org', name: 'Mila' });
    const rows = JSON.stringify([
      await database.db.selectFrom('people.code').selectAll().execute(),
      await database.db.selectFrom('people.session').selectAll().execute(),
    ]);
    for (const secret of [codeIn(house), browser.knock, cookie.split('.')[2]]) expect(rows).not.toContain(secret);
  });
});

describe('a lockout', () => {
  test('comes after twenty wrong tries, says when it ends, and ends', async () => {
    for (let round = 0; round < 4; round += 1) {
      const browser = newBrowser();
      await ask(house, browser, askCode, { target: 'mila@example.org' });
      const wrong = codeIn(house) === '000000' ? '111111' : '000000';
      for (let tries = 0; tries < 5; tries += 1) await ask(house, browser, giveCode, { code: wrong });
    }
    await expect(ask(house, newBrowser(), askCode, { target: 'mila@example.org' })).rejects.toMatchObject({
      reason: 'people.locked',
      facts: { hours: 24 },
    });
    house.passDays(1);
    house.setNow(new Date(house.now().getTime() + 1000));
    await ask(house, newBrowser(), askCode, { target: 'mila@example.org' });
  });

  test('leaves every other way open: another address of the same person still lets in', async () => {
    const owner = await seededPerson(house, 'Mila', 'mila@example.org');
    for (let codes = 0; codes < 5; codes += 1) await ask(house, newBrowser(), askCode, { target: '+381 64 123 45 67' });
    await expect(ask(house, newBrowser(), askCode, { target: '064 123 45 67' })).rejects.toMatchObject({
      reason: 'people.many-codes',
      facts: { minutes: 60 },
    });
    const browser = newBrowser();
    await ask(house, browser, askCode, { target: 'mila@example.org' });
    const waiting = await showWaiting(reading(house, browser), { knock: browser.knock, purpose: 'sign-in' });
    expect(await ask(house, browser, giveCode, { code: waiting?.demoCode })).toMatchObject({
      kind: 'in',
      seat: { personId: owner },
    });
  });

  test('one network address that knocks without end is told to wait', async () => {
    const windowStartsAt = new Date('2026-11-01T10:00:00Z');
    await database.db
      .insertInto('platform.limitHit')
      .values({ key: 'people.ask:198.51.100.1', windowStartsAt, hits: 100 })
      .execute();
    await expect(ask(house, newBrowser('198.51.100.1'), askCode, { target: 'x@example.org' })).rejects.toMatchObject({
      reason: 'people.many-knocks',
    });
    await ask(house, newBrowser('198.51.100.2'), askCode, { target: 'x@example.org' });
  });
});

describe('a shared phone', () => {
  test('lets each of the household in under their own name, and a new one too', async () => {
    await comeIn(house, newBrowser(), { target: '064 123 45 67', name: 'Mila' });
    await comeIn(house, newBrowser(), { target: '+381641234567', name: 'Stojan' });
    expect(house.letters.map(({ channel, to }: Letter) => `${channel} ${to}`)).toEqual(
      Array(2).fill('sms +381641234567'),
    );
    const browser = newBrowser();
    await ask(house, browser, askCode, { target: '0641234567' });
    expect(await ask(house, browser, giveCode, { code: codeIn(house) })).toEqual({ kind: 'choose' });
    const choice = await showChoice(reading(house, browser), browser.knock);
    expect(choice?.people.map(({ name }) => name)).toEqual(['Mila', 'Stojan']);
    const seat = await ask(house, browser, choosePerson, { personId: choice?.people[1].id });
    expect(await sessionOf(house, seatCookie(browser.knock, seat))).toMatchObject({ name: 'Stojan' });
  });

  test('lets nobody in as somebody who does not have that phone', async () => {
    const stranger = await seededPerson(house, 'Mila', 'mila@example.org');
    const browser = newBrowser();
    await ask(house, browser, askCode, { target: '0641234567' });
    await ask(house, browser, giveCode, { code: codeIn(house) });
    await expect(ask(house, browser, choosePerson, { personId: stranger })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  test('shows no name before the code is right', async () => {
    await comeIn(house, newBrowser(), { target: '0641234567', name: 'Mila' });
    const browser = newBrowser();
    await ask(house, browser, askCode, { target: '0641234567' });
    expect(await showChoice(reading(house, browser), browser.knock)).toBeUndefined();
  });
});

describe('a demo', () => {
  const waitingFor = async (of: TestHouse, target: string) => {
    const browser = newBrowser();
    await ask(of, browser, askCode, { target });
    return showWaiting(reading(of, browser), { knock: browser.knock, purpose: 'sign-in' });
  };

  test('shows the code of its seeded people and sends them nothing', async () => {
    await seededPerson(house, 'Mila', 'mila@example.org');
    expect(await waitingFor(house, 'mila@example.org')).toMatchObject({ demoCode: expect.stringMatching(/^\d{6}$/) });
    expect(house.letters).toEqual([]);
  });

  test('never shows the code of anyone else', async () => {
    await comeIn(house, newBrowser(), { target: 'guest@example.org', name: 'Guest' });
    for (const target of ['guest@example.org', 'unknown@example.org', '0641234567'])
      expect((await waitingFor(house, target))?.demoCode).toBeUndefined();
  });

  test('a real house never shows a code, not even of people somebody seeded into it', async () => {
    await seededPerson(house, 'Mila', 'mila@example.org');
    const real = { ...house, settings: { ...house.settings, demo: false } };
    expect((await waitingFor(real, 'mila@example.org'))?.demoCode).toBeUndefined();
    expect(house.letters).toHaveLength(1);
    const rows = await database.db.selectFrom('people.code').select('demoCode').execute();
    expect(rows).toEqual([{ demoCode: null }]);
  });
});

test('without mail or SMS the house says so plainly and keeps no code', async () => {
  const mute = { ...house, outgoing: { ...house.outgoing, can: () => false } };
  await expect(ask(mute, newBrowser(), askCode, { target: 'mila@example.org' })).rejects.toMatchObject({
    reason: 'people.no-mail-here',
  });
  await expect(ask(mute, newBrowser(), askCode, { target: '0641234567' })).rejects.toMatchObject({
    reason: 'people.no-sms-here',
  });
  expect(await database.db.selectFrom('people.code').selectAll().execute()).toEqual([]);
});

test('a letter that was not taken is told to whoever waits for it', async () => {
  const broken = {
    ...house,
    outgoing: { ...house.outgoing, send: async () => ({ sent: false as const, why: 'full' }) },
  };
  await expect(ask(broken, newBrowser(), askCode, { target: 'mila@example.org' })).rejects.toMatchObject({
    reason: 'people.code-not-sent',
  });
});

test('what is neither an email nor a phone is marked on the form', async () => {
  for (const target of ['mila', '123', 'mila@', '+1'])
    await expect(ask(house, newBrowser(), askCode, { target })).rejects.toMatchObject({
      kind: 'invalid',
      fields: { target: {} },
    });
});
