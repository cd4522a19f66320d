import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { electionOf, type PlainElection } from './ballots/election-of.ts';
import { methodNamed } from './commands/methods.ts';

interface Story {
  readonly story: string;
  readonly election: PlainElection;
  readonly options: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>> & { readonly steps?: readonly object[] };
}

const told = [
  ...['approval', 'score', 'majority', 'consent', 'majority-judgment'],
  ...['irv', 'schulze', 'ranked-pairs', 'borda', 'copeland', 'condorcet', 'scottish-stv', 'meek-stv'],
];

describe.each(told)('%s, counted by hand', (method) => {
  const folder = new URL(`../vectors/${method}/`, import.meta.url);
  const stories = readdirSync(folder).map((file): Story => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  it.each(stories.map((one): [string, Story] => [one.story, one]))(
    '%s',
    (_, { election, options, expect: expected }) => {
      const outcome = methodNamed(method).count(electionOf(election), options);
      const { steps = [], ...facts } = expected;
      expect(outcome).toMatchObject(facts);
      for (const step of steps) expect(outcome.steps).toContainEqual(expect.objectContaining(step));
    },
  );
});
