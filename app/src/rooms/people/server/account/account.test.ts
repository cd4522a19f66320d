import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#platform/database/testing.ts';
import { readingContext } from '#platform/house.ts';
import { rowsOfPerson } from '#platform/person-rows.ts';
import { type TestHouse, testHouse } from '#platform/testing-house.ts';
import { makeCard } from '../cards/make-card.ts';
import { revokeOwnCard } from '../cards/revoke-own-card.ts';
import { peopleRoom } from '../index.ts';
import { askCode } from '../sign-in/ask-code.ts';
import { choosePerson } from '../sign-in/choose-person.ts';
import { giveCode } from '../sign-in/give-code.ts';
import { introduceOneself } from '../sign-in/introduce-oneself.ts';
import { asFacilitator, ask, codeIn, comeIn, newBrowser, sessionOf, type TestBrowser } from '../testing.ts';
import { changeProfile } from './change-profile.ts';
import { changeReading } from './change-reading.ts';
import { askAddressCode, confirmAddress, removeAddress } from './confirm-address.ts';
import { addAddress, createPerson } from './create-person.ts';
import { erasePerson } from './erase-person.ts';
import { personNames } from './person-names.ts';
import { showMe } from './queries.ts';

let database: TestDatabase;
let house: TestHouse;
let mila: TestBrowser;
let cookie: string;
let personId: string;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await database.truncate();
  house = testHouse(database, [peopleRoom]);
  mila = newBrowser();
  cookie = await comeIn(house, mila, { target: 'mila@example.org', name: 'Mila' });
  [personId] = cookie.split('.');
});

const meOf = (browser: TestBrowser) => showMe(readingContext(house, browser.actor, house.languages.of('en')));
const profile = { name: 'Милица', locale: 'sr-Cyrl', theme: 'dark', signsAs: 'member' };

describe('a profile', () => {
  test('is changed by its owner, and the session knows at once', async () => {
    await ask(house, mila, changeProfile, profile);
    expect(await meOf(mila)).toMatchObject(profile);
    expect(await sessionOf(house, cookie)).toMatchObject({ name: 'Милица', locale: 'sr-Cyrl', theme: 'dark' });
  });

  test('is nobody else’s to see or change', async () => {
    const nobody = newBrowser();
    await expect(ask(house, nobody, changeProfile, profile)).rejects.toMatchObject({ kind: 'sign-in' });
    await expect(meOf(nobody)).rejects.toMatchObject({ kind: 'sign-in' });
  });

  test('keeps the language and theme that the header’s switch chose', async () => {
    await ask(house, mila, changeReading, { locale: 'mk' });
    await ask(house, mila, changeReading, { theme: 'light' });
    expect(await meOf(mila)).toMatchObject({ locale: 'mk', theme: 'light' });
    await expect(ask(house, mila, changeReading, { locale: 'xx' })).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('needs a name', async () => {
    await expect(ask(house, mila, changeProfile, { ...profile, name: '   ' })).rejects.toMatchObject({
      fields: { name: { key: 'people.invalid.name' } },
    });
  });
});

describe('addresses', () => {
  const add = async (target: string) => {
    await ask(house, mila, askAddressCode, { target });
    return ask(house, mila, confirmAddress, { code: codeIn(house) });
  };

  test('are added after their code, and the others hear of it', async () => {
    house.passDays(1);
    expect(await add('0641234567')).toEqual({ kind: 'added' });
    expect((await meOf(mila)).addresses.map(({ value }) => value)).toEqual(['mila@example.org', '+381641234567']);
    expect(house.letters.at(-1)).toMatchObject({ to: 'mila@example.org' });
  });

  test('are not added by a wrong code, nor by a code somebody else asked for', async () => {
    await ask(house, mila, askAddressCode, { target: '0641234567' });
    const wrong = codeIn(house) === '000000' ? '111111' : '000000';
    expect(await ask(house, mila, confirmAddress, { code: wrong })).toEqual({ kind: 'wrong', left: 4 });
    const stojan = newBrowser();
    await comeIn(house, stojan, { target: 'stojan@example.org', name: 'Stojan' });
    house.setNow('2026-11-01T10:01:00Z');
    await ask(house, mila, askAddressCode, { target: 'new@example.org' });
    const asStojan = { knock: mila.knock, actor: stojan.actor };
    await expect(ask(house, asStojan, confirmAddress, { code: codeIn(house) })).rejects.toMatchObject({
      reason: 'people.code-gone',
    });
    expect((await meOf(mila)).addresses).toHaveLength(1);
  });

  test('an email belongs to one person', async () => {
    await comeIn(house, newBrowser(), { target: 'stojan@example.org', name: 'Stojan' });
    await expect(add('stojan@example.org')).rejects.toMatchObject({ reason: 'people.address-taken' });
    const twice = database.db.insertInto('people.address').values({
      id: crypto.randomUUID(),
      personId,
      channel: 'email',
      value: 'stojan@example.org',
      knownBy: 'code',
      addedAt: house.now(),
      confirmedAt: house.now(),
    });
    await expect(twice.execute()).rejects.toThrow(/address_email_once/);
  });

  test('the last way in cannot be taken away, another can', async () => {
    const [first] = (await meOf(mila)).addresses;
    await expect(ask(house, mila, removeAddress, { addressId: first.id })).rejects.toMatchObject({
      reason: 'people.last-way-in',
    });
    await add('0641234567');
    await ask(house, mila, removeAddress, { addressId: first.id });
    expect((await meOf(mila)).addresses.map(({ channel }) => channel)).toEqual(['phone']);
  });
});

describe('somebody whom a facilitator wrote down', () => {
  const neighbour = (address: string) =>
    asFacilitator(house, async (context) => {
      const id = await createPerson(context, { name: 'Ljubica', locale: 'sr-Latn' });
      await addAddress(context, { personId: id, address });
      return id;
    });

  test('comes in by a code to that address, and it is theirs from then on', async () => {
    const id = await neighbour('ljubica@example.org');
    const browser = newBrowser();
    await ask(house, browser, askCode, { target: 'ljubica@example.org' });
    expect(await ask(house, browser, giveCode, { code: codeIn(house) })).toEqual({ kind: 'choose' });
    expect(await ask(house, browser, choosePerson, { personId: id })).toMatchObject({ personId: id });
  });

  test('does not get somebody else’s email: its owner says who they are', async () => {
    const id = await neighbour('other@example.org');
    const browser = newBrowser();
    await ask(house, browser, askCode, { target: 'other@example.org' });
    await ask(house, browser, giveCode, { code: codeIn(house) });
    const seat = await ask(house, browser, introduceOneself, { name: 'Other' });
    expect(seat.personId).not.toBe(id);
    const rows = await database.db
      .selectFrom('people.address')
      .select('personId')
      .where('value', '=', 'other@example.org')
      .execute();
    expect(rows).toEqual([{ personId: seat.personId }]);
  });

  test('nobody can write an address into the account of somebody who has their own way in', async () => {
    await expect(
      asFacilitator(house, (context) => addAddress(context, { personId, address: 'thief@example.org' })),
    ).rejects.toMatchObject({ reason: 'people.adds-own-addresses' });
  });

  test('a card one did not ask for can be taken out of use', async () => {
    await asFacilitator(house, (context) => makeCard(context, { personId }));
    expect((await meOf(mila)).card).toMatchObject({ usedAt: null });
    await ask(house, mila, revokeOwnCard);
    expect((await meOf(mila)).card).toBeUndefined();
  });
});

describe('erasure', () => {
  test('leaves the person’s row with an empty name, and nothing else', async () => {
    await asFacilitator(house, (context) => makeCard(context, { personId }));
    await ask(house, mila, askAddressCode, { target: '0641234567' });
    await ask(house, mila, erasePerson, { sure: 'yes' });
    expect((await personNames(database.db, [personId])).get(personId)).toMatchObject({ name: '' });
    for (const table of ['people.address', 'people.session', 'people.passkey', 'people.card', 'people.code'] as const)
      expect(await database.db.selectFrom(table).select('personId').execute()).toEqual([]);
    expect(await sessionOf(house, cookie)).toBeUndefined();
    const heard = await database.db
      .selectFrom('platform.announcement')
      .select('facts')
      .where('kind', '=', 'people.person-erased')
      .execute();
    expect(heard).toMatchObject([{ facts: { personId } }]);
  });

  test('needs a clear yes', async () => {
    await expect(ask(house, mila, erasePerson)).rejects.toMatchObject({
      fields: { sure: { key: 'people.invalid.sure' } },
    });
    expect(await sessionOf(house, cookie)).toBeDefined();
  });

  test('frees the email: whoever comes back is somebody new', async () => {
    await ask(house, mila, erasePerson, { sure: 'yes' });
    const again = await comeIn(house, newBrowser(), { target: 'mila@example.org', name: 'Mila' });
    expect(again.split('.')[0]).not.toBe(personId);
  });

  test('gives nobody a card for a former member', async () => {
    await ask(house, mila, erasePerson, { sure: 'yes' });
    await expect(asFacilitator(house, (context) => makeCard(context, { personId }))).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

test('what is downloaded holds everything but secrets', async () => {
  const context = readingContext(house, mila.actor, house.languages.of('en'));
  const held = { register: peopleRoom.tables, people: 'people.person', personId };
  const text = JSON.stringify([...(await rowsOfPerson(context, held))]);
  for (const shown of ['Mila', 'mila@example.org', 'code']) expect(text).toContain(shown);
  expect(text).not.toMatch(/hash|secret|publicKey/i);
});
