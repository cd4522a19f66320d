import { system } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { runParsed } from '#platform/run-action.ts';
import type { TestHouse } from '#platform/testing-house.ts';
import { seededPerson } from '#rooms/people/server/testing.ts';

/** Runs a piece of work in a transaction, as the house itself. */
export const work = <Result>(house: TestHouse, run: (context: Context) => Promise<Result>): Promise<Result> =>
  runParsed(house, { actor: system('test'), language: house.languages.of('en') }, { name: 'test.work', run });

/** A person with an email address that is known to be theirs. */
export const reader = (house: TestHouse, name: string): Promise<string> =>
  seededPerson(house, name, `${name.toLowerCase()}@example.org`);
