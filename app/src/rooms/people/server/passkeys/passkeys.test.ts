import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#platform/database/testing.ts';
import { type TestHouse, testHouse } from '#platform/testing-house.ts';
import { peopleRoom } from '../index.ts';
import { seatCookie } from '../sessions/secrets.ts';
import { ask, comeIn, newBrowser, sessionOf, type TestBrowser } from '../testing.ts';
import { addPasskey, beginPasskey, removePasskey } from './add-passkey.ts';
import { askPasskey, givePasskey } from './give-passkey.ts';
import { newAuthenticator } from './testing.ts';

let database: TestDatabase;
let house: TestHouse;
let mila: TestBrowser;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await database.truncate();
  house = testHouse(database, [peopleRoom]);
  mila = newBrowser();
  await comeIn(house, mila, { target: 'mila@example.org', name: 'Mila' });
});

async function makePasskey() {
  const device = newAuthenticator(house.settings.origin);
  const options = await ask(house, mila, beginPasskey);
  await ask(house, mila, addPasskey, { response: device.make(options), device: 'Firefox · Android' });
  return device;
}

test('a passkey lets its owner in, on any browser', async () => {
  const device = await makePasskey();
  for (let time = 0; time < 2; time += 1) {
    const browser = newBrowser();
    const options = await ask(house, browser, askPasskey);
    const seat = await ask(house, browser, givePasskey, { response: device.sign(options) });
    expect(await sessionOf(house, seatCookie(browser.knock, seat))).toMatchObject({ name: 'Mila' });
  }
});

test('what was signed once opens nothing a second time, nor for another browser', async () => {
  const device = await makePasskey();
  const [browser, thief] = [newBrowser(), newBrowser()];
  const response = device.sign(await ask(house, browser, askPasskey));
  await expect(ask(house, thief, givePasskey, { response })).rejects.toMatchObject({
    reason: 'people.passkey-unknown',
  });
  await ask(house, browser, givePasskey, { response });
  await expect(ask(house, browser, givePasskey, { response })).rejects.toMatchObject({
    reason: 'people.passkey-unknown',
  });
});

test('a challenge grows old', async () => {
  const device = await makePasskey();
  const browser = newBrowser();
  const options = await ask(house, browser, askPasskey);
  house.setNow('2026-11-01T10:05:01Z');
  await expect(ask(house, browser, givePasskey, { response: device.sign(options) })).rejects.toMatchObject({
    reason: 'people.passkey-unknown',
  });
});

test('a device that was never registered, another origin and rubbish open nothing', async () => {
  const device = await makePasskey();
  const stranger = newAuthenticator(house.settings.origin);
  stranger.make({ challenge: '', user: { id: '' } });
  const elsewhere = newAuthenticator('https://elsewhere.example');
  const browser = newBrowser();
  const options = await ask(house, browser, askPasskey);
  const good = device.sign(options);
  const forged = [
    stranger.sign(options),
    { ...elsewhere.sign(options), id: good.id, rawId: good.id },
    { ...good, response: { ...good.response, signature: 'AAAA' } },
    { ...good, response: { userHandle: good.response.userHandle } },
  ];
  for (const response of forged)
    await expect(ask(house, browser, givePasskey, { response })).rejects.toMatchObject({
      reason: 'people.passkey-unknown',
    });
});

test('a passkey made for another browser’s challenge is not kept', async () => {
  const other = newBrowser();
  await comeIn(house, other, { target: 'stojan@example.org', name: 'Stojan' });
  const options = await ask(house, other, beginPasskey);
  const response = newAuthenticator(house.settings.origin).make(options);
  await expect(ask(house, mila, addPasskey, { response })).rejects.toMatchObject({ reason: 'people.passkey-not-made' });
});

test('a removed passkey opens nothing, and the last way in cannot be removed', async () => {
  const device = await makePasskey();
  const [{ credentialId }] = await database.db.selectFrom('people.passkey').select('credentialId').execute();
  await database.db.updateTable('people.address').set({ knownBy: 'facilitator', confirmedAt: null }).execute();
  await expect(ask(house, mila, removePasskey, { credentialId })).rejects.toMatchObject({
    reason: 'people.last-way-in',
  });
  await database.db.updateTable('people.address').set({ confirmedAt: house.now() }).execute();
  await ask(house, mila, removePasskey, { credentialId });
  const browser = newBrowser();
  const response = device.sign(await ask(house, browser, askPasskey));
  await expect(ask(house, browser, givePasskey, { response })).rejects.toMatchObject({
    reason: 'people.passkey-unknown',
  });
});
