import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { electionOf, type PlainElection } from '../ballots/election-of.ts';
import type { Election } from '../election.ts';
import { equalShares } from '../equal-shares.ts';
import { greedy } from '../greedy.ts';
import { greedyPerCost } from '../greedy-per-cost.ts';
import type { Outcome } from '../outcome.ts';
import { phragmen } from '../phragmen.ts';

interface Story {
  readonly story: string;
  readonly election: PlainElection;
  readonly options: Readonly<Record<string, never>>;
  readonly expect: { readonly steps?: readonly object[]; readonly endowment?: string };
}

const methods: Readonly<Record<string, (election: Election, options: Story['options']) => Outcome>> = {
  'equal-shares': equalShares,
  greedy,
  'greedy-per-cost': greedyPerCost,
  phragmen,
};

describe.each(Object.keys(methods))('%s, counted by hand', (method) => {
  const folder = new URL(`../../vectors/${method}/`, import.meta.url);
  const stories = readdirSync(folder).map((file): Story => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  it.each(stories)('$story', ({ election, options, expect: { steps, endowment, ...facts } }) => {
    const outcome = methods[method](electionOf(election), options);
    expect(outcome).toMatchObject(facts);
    const told = outcome.steps.filter((step) => step.kind !== 'endowments' && step.kind !== 'comparison');
    if (steps) expect(told).toMatchObject(steps);
    if (endowment) expect(outcome.steps[0]).toMatchObject({ kind: 'endowments', final: endowment });
  });
});
