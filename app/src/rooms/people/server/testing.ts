import type { z } from 'zod';
import type { Action } from '#platform/action.ts';
import type { Actor } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { runAction, runParsed } from '#platform/run-action.ts';
import type { TestHouse } from '#platform/testing-house.ts';
import { saveAddress, savePerson } from './account/store.ts';
import { findSession } from './sessions/find-session.ts';
import { seatCookie } from './sessions/secrets.ts';
import { askCode } from './sign-in/ask-code.ts';
import { giveCode } from './sign-in/give-code.ts';
import { introduceOneself } from './sign-in/introduce-oneself.ts';

/** A browser of a test: one knock, and whoever sits behind it. */
export interface TestBrowser {
  readonly knock: string;
  actor: Actor;
}

let knocks = 0;

export const newBrowser = (address = '192.0.2.7'): TestBrowser => {
  knocks += 1;
  return {
    knock: `knock-of-a-test-browser-number-${String(knocks).padStart(4, '0')}`,
    actor: { kind: 'nobody', address },
  };
};

/** Runs an action for a browser, with its knock in the input. */
export const ask = <Input, Result>(
  house: TestHouse,
  browser: TestBrowser,
  action: Action<Input, Result>,
  input: Readonly<Record<string, unknown>> = {},
): Promise<Result> =>
  runAction(
    house,
    {
      actor: browser.actor,
      language: house.languages.of('en'),
    },
    { action, input: { knock: browser.knock, ...input } as z.input<z.ZodType<Input>> },
  );

/** The six digits in the last letter that went out. */
export const codeIn = (house: TestHouse): string => /\b\d{6}\b/.exec(house.letters.at(-1)?.text ?? '')?.[0] ?? '';

/** Somebody new comes in by a code; afterwards the browser acts for that person. Returns the session cookie. */
export async function comeIn(
  house: TestHouse,
  browser: TestBrowser,
  who: { target: string; name: string },
): Promise<string> {
  await ask(house, browser, askCode, { target: who.target });
  await ask(house, browser, giveCode, { code: codeIn(house) });
  const seat = await ask(house, browser, introduceOneself, { name: who.name });
  browser.actor = { kind: 'person', ...seat, roles: new Map(), address: '192.0.2.7' };
  return seatCookie(browser.knock, seat);
}

export const sessionOf = (house: TestHouse, cookie: string) => findSession(house.database.db, cookie, house.now());

/** A person of the demo's seed with one email address. */
export const seededPerson = (house: TestHouse, name: string, email: string): Promise<string> =>
  runParsed(
    house,
    { actor: { kind: 'system', name: 'seed' }, language: house.languages.source },
    {
      name: 'people.seed',
      run: async (context) => {
        const id = await savePerson(context, { name, locale: 'en' });
        await saveAddress(context, id, { channel: 'email', value: email, knownBy: 'seed' });
        return id;
      },
    },
  );

/** Runs a piece of work as the house lets a facilitator run it; who may is for the calling room to say. */
export const asFacilitator = <Result>(house: TestHouse, run: (context: Context) => Promise<Result>): Promise<Result> =>
  runParsed(
    house,
    { actor: { kind: 'system', name: 'test' }, language: house.languages.of('en') },
    { name: 'people.test', run },
  );
