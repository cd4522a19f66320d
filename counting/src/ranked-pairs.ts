import { oneOf } from './ballots/insist.ts';
import { inTieOrder, type TieRanks, tieRanks } from './ballots/tie-order.ts';
import { turnoutOf } from './ballots/turnout.ts';
import { showUnits } from './ballots/units.ts';
import type { Election } from './election.ts';
import type { Outcome, TieOrder } from './outcome.ts';
import { pairwise } from './ranked/pairwise.ts';
import { compareStrength, type Majority, majorities, type Strength } from './ranked/strength.ts';

/** The choices of Ranked Pairs; every one has a usual value and is written into the outcome. */
export interface RankedPairsOptions {
  /** `winning-votes` (usual; equal ones by the smaller opposition) or `margins`. */
  readonly strength?: Strength;
  readonly ties?: TieOrder;
}

/**
 * Ranked Pairs (Tideman): majorities are locked in from the strongest down, leaving out each that would close a circle; whoever
 * nobody is locked above wins. Equally strong majorities are taken in the tie order (of the winner, then of the loser from the back),
 * and are reported as tied when taking them in another order could lock others.
 * Steps: matrix, condorcet, then `locked` or `left-out` per majority. Throws a CountingError for ballots other than ranked.
 * See methods/ranked-pairs.md.
 */
export function rankedPairs(election: Election, options: RankedPairsOptions = {}): Outcome {
  const strength = oneOf('strength', options.strength ?? 'winning-votes', ['winning-votes', 'margins']);
  const ranks = tieRanks(election, options.ties);
  const pairs = pairwise(election, 'ranked-pairs');
  const turnout = turnoutOf(election.ballots);
  const lock = lockAll(groupsOf(majorities(pairs, strength), { strength, ranks }), pairs.size);
  const all = election.options.map((_, i) => i);
  const best = inTieOrder(
    all.filter((i) => all.every((other) => !lock.reaches(other, i))),
    ranks,
  );
  const elected = turnout.counted === turnout.blank ? [] : best;
  const idOf = (i: number) => election.options[i].id;
  const tied = [...lock.tied, ...(elected.length > 1 ? [elected] : [])];
  return {
    method: 'ranked-pairs',
    options: { strength, unranked: 'last', ties: ranks.shown },
    winners: elected.slice(0, 1).map(idOf),
    tied: tied.map((set) => set.map(idOf)),
    ...turnout,
    steps: [
      ...pairs.steps,
      ...lock.taken.map(({ majority, locked }) => ({
        kind: locked ? 'locked' : 'left-out',
        winner: idOf(majority.winner),
        loser: idOf(majority.loser),
        votes: showUnits(majority.votes, pairs.bottom),
        against: showUnits(majority.against, pairs.bottom),
      })),
    ],
  };
}

/** Majorities of equal strength together, each group in the tie order. */
function groupsOf(sorted: readonly Majority[], by: { strength: Strength; ranks: TieRanks }): Majority[][] {
  const groups: Majority[][] = [];
  for (const majority of sorted) {
    const last = groups.at(-1);
    if (last && compareStrength(last[0], majority, by.strength) === 0) last.push(majority);
    else groups.push([majority]);
  }
  const { before } = by.ranks;
  for (const group of groups) {
    group.sort((a, b) => before[a.winner] - before[b.winner] || before[b.loser] - before[a.loser]);
  }
  return groups;
}

function lockAll(groups: readonly (readonly Majority[])[], size: number) {
  const reach = Array.from({ length: size }, () => new Uint8Array(size));
  const taken: { majority: Majority; locked: boolean }[] = [];
  const tied: number[][] = [];
  for (const group of groups) {
    const possible = group.filter(({ winner, loser }) => reach[loser][winner] === 0);
    for (const majority of group) {
      const locked = reach[majority.loser][majority.winner] === 0;
      taken.push({ majority, locked });
      if (locked) join(reach, majority);
    }
    const lost = possible.filter(({ winner, loser }) => reach[loser][winner] === 1);
    if (lost.length > 0)
      tied.push([...new Set(possible.flatMap(({ winner, loser }) => [winner, loser]))].sort((a, b) => a - b));
  }
  return { taken, tied, reaches: (a: number, b: number): boolean => reach[a][b] === 1 };
}

/** Adds one arrow and everything it connects. */
function join(reach: readonly Uint8Array[], { winner, loser }: Majority): void {
  if (reach[winner][loser] === 1) return;
  reach.forEach((row, from) => {
    // Whoever reaches the loser already, reaches all that it reaches.
    if (row[loser] === 1 || (from !== winner && row[winner] === 0)) return;
    const beyond = reach[loser];
    row[loser] = 1;
    for (let to = 0; to < row.length; to++) row[to] |= beyond[to];
  });
}
