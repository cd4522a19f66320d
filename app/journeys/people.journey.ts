import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { insistAccessible, insistFits, journey } from './browser.ts';
import { comeAs, signIn } from './villagers.ts';

journey('a villager signs in and keeps their page on an old phone without JavaScript', async ({ visit }) => {
  const page = await visit({ javaScript: false, width: 360 });
  await page.goto('/me');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await signIn(page, 'zoran');
  expect(new URL(page.url()).pathname).toBe('/me');
  await insistFits(page);
  await page.selectOption('#profile-form [name=locale]', 'en');
  await page.check('[name=signsAs][value=member]');
  await page.click('#profile-form button');
  expect(await page.locator('main').innerText()).toContain('Saved.');
  expect(await page.isChecked('[name=signsAs][value=member]')).toBe(true);
  await page.click('#leave button');
  await page.goto('/me');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

journey('a passkey made on one’s page signs in the next time', async ({ visit }) => {
  const page = await visit();
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page, 'bogdan');
  await page.click('[data-passkey=register] button');
  await page.waitForSelector('[name=credentialId]', { state: 'attached' });
  await page.click('#leave button');
  await page.goto('/sign-in?next=%2Fme');
  await page.click('[data-passkey=sign-in] button');
  await page.waitForURL((url) => url.pathname === '/me');
});

journey('the pages of an account can be read by everyone', async ({ visit }) => {
  const page = await visit({ width: 360 });
  await signIn(page, 'sanja');
  for (const path of ['/me', '/me/erase']) {
    await page.goto(path);
    await insistFits(page);
    await insistAccessible(page);
  }
});

journey('a code that was wrong says how many tries are left, and keeps what was typed', async ({ visit }) => {
  const page = await visit();
  await page.goto('/sign-in');
  await page.fill('#address [name=target]', 'jelena@example.org');
  await page.click('#address button');
  const right = (await page.locator('.code').innerText()).replace(/\D/g, '');
  const wrong = right === '000000' ? '111111' : '000000';
  await page.fill('[name=code]', wrong);
  await page.click('#code-form button');
  expect(await page.locator('main').innerText()).toContain('4');
  expect(await page.inputValue('[name=code]')).toBe(wrong);
});

journey('what the house holds of a person is one file, with what they wrote in every room', async ({ visit }) => {
  const page = await visit({ javaScript: false, width: 360 });
  await comeAs(page, 'nikola', '/me');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('a[href="/me/data"]')]);
  expect(file.suggestedFilename()).toBe('sofra-my-data.json');
  const { rooms, leftOut } = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(Object.keys(rooms)).toEqual(expect.arrayContaining(['people', 'communities', 'forum', 'needs', 'decisions']));
  expect(rooms.people.address).toMatchObject([{ value: 'nikola@example.org' }]);
  expect(leftOut.length).toBeGreaterThan(20);
});

journey('a page for others and an address where nothing is say just that', async ({ visit }) => {
  const page = await visit({ width: 360, locale: 'en' });
  await comeAs(page, 'nikola', '/me');
  for (const [path, status, words] of [
    ['/c/gornja-lipa/desk', 403, /Ko šta sme|Who may do what|Ко шта сме/],
    ['/c/gornja-lipa/needs/9999', 404, /^(?!.*(pokvarilo|broke|покварило)).*$/s],
    ['/nowhere', 404, /^(?!.*(pokvarilo|broke|покварило)).*$/s],
  ] as const) {
    const answer = await page.goto(path);
    expect([path, answer?.status()]).toEqual([path, status]);
    expect(await page.locator('main').innerText()).toMatch(words);
  }
});
