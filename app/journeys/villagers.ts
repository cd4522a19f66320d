import type { BrowserContext, Page } from 'playwright-core';

/** Signs in as one of the demo's people by the code that the page shows. */
export async function signIn(page: Page, mailbox: string, next = '/me'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.fill('#address [name=target]', `${mailbox}@example.org`);
  await page.click('#address button');
  const code = await page.locator('.code').innerText();
  await page.fill('[name=code]', code);
  await page.click('#code-form button');
}

const kept = globalThis as { sofraSessions?: Map<string, Cookies> };
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Comes as one of the demo's people: by a code the first time, later as on the same device, for codes are few an hour. */
export async function comeAs(page: Page, mailbox: string, next: string): Promise<void> {
  kept.sofraSessions ??= new Map();
  const cookies = kept.sofraSessions.get(mailbox);
  if (cookies) {
    await page.context().addCookies(cookies);
    await page.goto(next);
  } else {
    await signIn(page, mailbox, next);
    kept.sofraSessions.set(mailbox, await page.context().cookies());
  }
}

/** The path and question of where a page stands. */
export const whereIs = (page: Page): string => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};

/** A moment as a field for day and minute takes it, on the clock of the demo's places. */
export const belgradeMinute = (at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Belgrade', dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T');
