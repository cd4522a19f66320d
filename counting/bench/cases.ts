import { readdirSync } from 'node:fs';
import { approval } from '../src/approval.ts';
import { borda } from '../src/borda.ts';
import { copeland } from '../src/copeland.ts';
import type { Election } from '../src/election.ts';
import { equalShares } from '../src/equal-shares.ts';
import { readElectionFile } from '../src/formats/index.ts';
import { greedy } from '../src/greedy.ts';
import { greedyPerCost } from '../src/greedy-per-cost.ts';
import { irv } from '../src/irv.ts';
import { majorityJudgment } from '../src/majority-judgment.ts';
import { meekStv } from '../src/meek-stv.ts';
import { phragmen } from '../src/phragmen.ts';
import { rankedPairs } from '../src/ranked-pairs.ts';
import { realData } from '../src/real/folder.ts';
import { schulze } from '../src/schulze.ts';
import { score } from '../src/score.ts';
import { scottishStv } from '../src/scottish-stv.ts';
import { groupCases } from './groups.ts';
import { panelCases } from './panel.ts';
import { syntheticBudget } from './synthetic-budget.ts';
import { syntheticRanking } from './synthetic-ranking.ts';

/** One row of the table. `prepare` reads or makes the ballots outside the clock and gives the count that is timed. */
export interface Case {
  readonly method: string;
  readonly on: string;
  /** What others take for the same, where it is known. */
  readonly against?: string;
  /** Made-up ballots, counted to see how the cost grows with their number. */
  readonly grows?: true;
  prepare(): Promise<Prepared>;
}

/** `ballots`: how many voters the count takes in. */
export interface Prepared {
  readonly ballots: number;
  count(): unknown;
}

const budgets = realData('budgets');
const wards = realData('ranked/scotland');

const grades = ['reject', 'poor', 'fair', 'good', 'very good', 'excellent'];

const budgetCounts = {
  'equal-shares add1, cost': (election) => equalShares(election, { utility: 'cost', completion: 'add1' }),
  'equal-shares add1, score': (election) => equalShares(election, { utility: 'score', completion: 'add1' }),
  'equal-shares none': (election) => equalShares(election, { completion: 'none' }),
  phragmen: (election) => phragmen(election),
  greedy: (election) => greedy(election),
  'greedy-per-cost': (election) => greedyPerCost(election),
  approval: (election) => approval(election, { seats: 10 }),
  score: (election) => score(election, { seats: 10 }),
  'majority-judgment': (election) => majorityJudgment({ ...election, kind: 'grades', scale: grades }),
} satisfies Record<string, (election: Awaited<ReturnType<typeof readElectionFile>>) => unknown>;

/** What pabutools (exact) takes for the same count, as measured in CPU time on a machine like this. */
const peers: Readonly<Record<string, string>> = {
  'Netherlands_Assen_2024.pb': 'pabutools 1,400',
  'Poland_Wieliczka_2023_Green_Budget.pb': 'pabutools 7,200',
  'Poland_Warszawa_2021_Bielany.pb': 'pabutools 340,000',
  'Poland_Lodz_2022.pb': 'pabutools 73,000',
  'Poland_Warszawa_2026.pb': 'pabutools about an hour',
};

type BudgetCount = keyof typeof budgetCounts;

function realBudget(method: BudgetCount, file: string): Case {
  return {
    method,
    on: file.replace('.pb', ''),
    against: method === 'equal-shares add1, cost' ? peers[file] : undefined,
    async prepare() {
      const election = await readElectionFile(`${budgets}/${file}`);
      const ballots = election.ballots.times.reduce((sum, times) => sum + times, 0);
      return { ballots, count: () => budgetCounts[method](election) };
    },
  };
}

function synthetic(method: BudgetCount, ballots: number, kind: 'approval' | 'score'): Case {
  return {
    method,
    grows: true,
    on: `synthetic ${kind}, 10^${Math.log10(ballots)} ballots × 300 options`,
    async prepare() {
      const election = syntheticBudget({ kind, ballots, options: 300 });
      return { ballots, count: () => budgetCounts[method](election) };
    },
  };
}

const rankedCounts = {
  irv: (election) => irv(election),
  schulze: (election) => schulze(election),
  'ranked-pairs': (election) => rankedPairs(election),
  borda: (election) => borda(election),
  copeland: (election) => copeland(election),
  'scottish-stv': (election) => scottishStv(election, { seats: 5 }),
  'meek-stv': (election) => meekStv(election, { seats: 5 }),
} satisfies Record<string, (election: Election) => unknown>;

function syntheticRanked(method: keyof typeof rankedCounts, ballots: number): Case {
  return {
    method,
    grows: true,
    on: `synthetic ranked, 10^${Math.log10(ballots)} ballots × 30 options`,
    async prepare() {
      const election = syntheticRanking({ ballots, options: 30 });
      return { ballots, count: () => rankedCounts[method](election) };
    },
  };
}

/** All the wards of the folder, counted once each; the figure is for all of them together. */
function scottishWards(): Case {
  const files = readdirSync(wards ?? '.').filter((file) => file.endsWith('.blt'));
  return {
    method: 'scottish-stv',
    on: `${files.length} Scottish wards together`,
    against: '2 to 19 an election',
    async prepare() {
      const elections = await Promise.all(files.map((file) => readElectionFile(`${wards}/${file}`)));
      const ballots = elections.reduce((sum, { ballots: { times } }) => sum + times.reduce((a, b) => a + b, 0), 0);
      return { ballots, count: () => elections.map((election) => scottishStv(election)) };
    },
  };
}

const large = ['Poland_Warszawa_2021_Bielany.pb', 'Poland_Lodz_2022.pb', 'Poland_Warszawa_2026.pb'];
const points = ['Poland_Katowice_2023.pb', 'Poland_Czestochowa_2024_Bleszno.pb', 'Switzerland_Zurich_D10.pb'];

const real: readonly Case[] = [
  ...['Netherlands_Assen_2024.pb', 'Poland_Wieliczka_2023_Green_Budget.pb', ...large].map((file) =>
    realBudget('equal-shares add1, cost', file),
  ),
  ...[...points, ...large].map((file) => realBudget('equal-shares add1, score', file)),
  ...large.flatMap((file) =>
    (['equal-shares none', 'phragmen', 'greedy', 'greedy-per-cost'] as const).map((method) => realBudget(method, file)),
  ),
];

const sizes = [1e4, 1e5, 1e6];

const growing: readonly [method: BudgetCount, kind: 'approval' | 'score'][] = [
  ['equal-shares add1, cost', 'approval'],
  ['equal-shares add1, score', 'score'],
  ['phragmen', 'approval'],
  ['greedy', 'approval'],
  ['greedy-per-cost', 'approval'],
  ['approval', 'approval'],
  ['score', 'score'],
  ['majority-judgment', 'score'],
];

/** Every row, in the order of the table. Add a method by adding its cases here. */
export const cases: readonly Case[] = [
  ...(budgets ? real : []),
  ...(wards ? [scottishWards()] : []),
  ...growing.flatMap(([method, kind]) => sizes.map((ballots) => synthetic(method, ballots, kind))),
  ...(Object.keys(rankedCounts) as (keyof typeof rankedCounts)[]).flatMap((method) =>
    sizes.map((ballots) => syntheticRanked(method, ballots)),
  ),
  ...groupCases,
  ...panelCases,
];
