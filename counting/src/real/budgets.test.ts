import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Election } from '../election.ts';
import { type EqualSharesOptions, equalShares } from '../equal-shares.ts';
import { readElectionFile } from '../formats/index.ts';
import { type GreedyOptions, greedy } from '../greedy.ts';
import type { Outcome } from '../outcome.ts';
import { phragmen } from '../phragmen.ts';
import { realData } from './folder.ts';

const budgets = realData('budgets');

interface Computed {
  readonly winners: readonly string[];
  readonly cost: number;
  readonly endowment: number | null;
}

interface Expected {
  readonly equal_shares?: Readonly<Record<string, Computed>>;
  readonly official_greedy_reproduced_by?: readonly string[];
}

const add1 = (rest: EqualSharesOptions) => (election: Election) =>
  equalShares(election, { utility: 'cost', completion: 'add1', ...rest });

const byPoints = (election: Election): Outcome => equalShares(election, { utility: 'score', completion: 'add1u' });

/** What each key of expected.json asks for. */
const counts: Readonly<Record<string, (election: Election) => Outcome>> = {
  mes_fixed_budget: (election) => equalShares(election, { utility: 'cost', completion: 'none' }),
  'mes_add1_exhaustive_stop(start=b/n)': add1({ start: 'exact' }),
  'mes_add1_exhaustive_stop(start=floor(b/n))': add1({ start: 'floor' }),
  mes_add1u: add1({ completion: 'add1u', start: 'exact' }),
  sequential_phragmen: (election) => phragmen(election, { ties: [...election.options.map(({ id }) => id)].sort() }),
  greedy_cost_sat: (election) => greedy(election),
};

const variants: Readonly<Record<string, GreedyOptions>> = {
  skip: { misfit: 'skip' },
  noskip: { misfit: 'stop' },
  skipTh: { misfit: 'skip', threshold: 'file' },
  noskipTh: { misfit: 'stop', threshold: 'file' },
};

const expectedOf: Readonly<Record<string, Expected>> = budgets
  ? JSON.parse(readFileSync(`${budgets}/expected.json`, 'utf8'))
  : {};
const files = budgets ? readdirSync(budgets).filter((file) => file.endsWith('.pb')) : [];

describe.skipIf(!budgets)('real budgets', () => {
  describe.each(files)('%s', (file) => {
    let election: Election;
    beforeAll(async () => {
      election = await readElectionFile(`${budgets}/${file}`);
    });
    const { equal_shares: computed = {}, official_greedy_reproduced_by: official = [] } = expectedOf[file] ?? {};

    for (const [key, expected] of Object.entries(computed)) {
      it(`is counted as several independent engines count it: ${key}`, () => {
        const outcome = counts[key](election);
        expect([...outcome.winners].sort()).toEqual([...expected.winners].sort());
        expect(Number(outcome.spent)).toBe(expected.cost);
        const endowments = outcome.steps.find(({ kind }) => kind === 'endowments');
        if (endowments && expected.endowment !== null) expect(endowments.final).toBe(String(expected.endowment));
      });
    }
    for (const variant of official) {
      it(`gives what the town announced, greedily: ${variant}`, () => {
        expect([...greedy(election, variants[variant]).winners].sort()).toEqual(announced(election));
      });
    }
    it('is counted by every method without spending more than there is', () => {
      for (const count of [greedy, phragmen, byPoints]) {
        const outcome = count(election);
        expect(Number(outcome.spent)).toBeLessThanOrEqual(Number(outcome.budget));
      }
    });
  });

  it.each([
    ['Netherlands_Assen_2024.pb', 'yes', 76_700],
    ['Netherlands_Assen_2024.pb', 'no', 76_700],
    ['Poland_Wieliczka_2023_Green_Budget.pb', 'no', 995_079],
  ] as const)(
    '%s, exhaustive stop %s: the projects that the town funded by equal shares',
    async (file, exhaustive, cost) => {
      const election = await readElectionFile(`${budgets}/${file}`);
      const outcome = equalShares(election, { completion: 'add1', exhaustive, comparison: 'yes' });
      expect([...outcome.winners].sort()).toEqual(announced(election));
      expect(Number(outcome.spent)).toBe(cost);
    },
  );
});

const announced = (election: Election): string[] =>
  election.options
    .filter(({ facts }) => facts?.selected === '1')
    .map(({ id }) => id)
    .sort();
