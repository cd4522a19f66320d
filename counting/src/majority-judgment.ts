import { insistOnKind, oneOf } from './ballots/insist.ts';
import { inTieOrder, tieRanks } from './ballots/tie-order.ts';
import { turnoutOf } from './ballots/turnout.ts';
import { showUnits, sumsOf, unitsOf } from './ballots/units.ts';
import type { Election } from './election.ts';
import type { Outcome, TieOrder } from './outcome.ts';

/** The choices of majority judgment; every one has a usual value and is written into the outcome. */
export interface MajorityJudgmentOptions {
  /** An option that a voter did not grade: gets the worst grade (usual), or is left out of that option's median. */
  readonly missing?: 'worst' | 'left-out';
  readonly ties?: TieOrder;
}

/**
 * Majority judgment (Balinski & Laraki 2007, 2011): the option with the highest median grade wins; for an even number of grades
 * the lower of the two in the middle. Level medians are compared by taking one median grade after another away until
 * they differ. Steps: one `grades` per option, best first, with its votes per grade and its median.
 * Throws a CountingError for ballots other than grades. See methods/majority-judgment.md.
 */
export function majorityJudgment(election: Election, options: MajorityJudgmentOptions = {}): Outcome {
  insistOnKind(election, 'majority-judgment', ['grades']);
  const missing = oneOf('missing', options.missing ?? 'worst', ['worst', 'left-out']);
  const ranks = tieRanks(election, options.ties);
  const turnout = turnoutOf(election.ballots);
  const { merits, bottom } = meritsOf(election, missing);
  const graded = turnout.counted > turnout.blank;
  const standing = inTieOrder([...merits.keys()], ranks).sort((a, b) => compareMerit(merits[b], merits[a]));
  const level = standing.filter((i) => compareMerit(merits[i], merits[standing[0]]) === 0);
  const idOf = (i: number) => election.options[i].id;
  return {
    method: 'majority-judgment',
    options: { missing, ties: ranks.shown },
    winners: graded ? standing.slice(0, 1).map(idOf) : [],
    tied: graded && level.length > 1 ? [level.map(idOf)] : [],
    ...turnout,
    steps: standing.map((i) => ({
      kind: 'grades',
      option: idOf(i),
      votes: merits[i].map((sum) => showUnits(sum, bottom)),
      median: election.scale?.[gradeAt(merits[i], (total(merits[i]) - 1n) / 2n)] ?? null,
    })),
  };
}

/** Votes per grade, worst grade first, in units. */
type Merit = readonly bigint[];

const total = (merit: Merit): bigint => merit.reduce((sum, votes) => sum + votes, 0n);

function meritsOf({ ballots, options, scale = [] }: Election, missing: string): { merits: Merit[]; bottom: bigint } {
  const units = unitsOf(ballots);
  const grades = scale.length;
  const sums = sumsOf(units, options.length * grades);
  const everyone = sumsOf(units, 1);
  for (let row = 0; row < ballots.size; row++) {
    everyone.add(0, row);
    for (let at = ballots.start[row]; at < ballots.start[row + 1]; at++) {
      sums.add(ballots.option[at] * grades + ballots.value[at], row);
    }
  }
  const flat = sums.read();
  const [all] = everyone.read();
  const merits = options.map((_, i) => {
    const merit = flat.slice(i * grades, (i + 1) * grades);
    if (missing === 'worst' && grades > 0) merit[0] += all - total(merit);
    return merit;
  });
  return { merits, bottom: units.bottom };
}

/** The grade at a place of the sorted votes, 0 the worst vote; −1 when there is no such vote. */
function gradeAt(merit: Merit, place: bigint): number {
  if (place < 0n) return -1;
  let below = 0n;
  return merit.findIndex((votes) => {
    below += votes;
    return place < below;
  });
}

/**
 * Positive when `a` has the higher majority value. Taking medians away reads the sorted votes from the middle outwards,
 * the lower one of each distance first, so it is enough to look at the distances where one of the two changes its grade.
 */
function compareMerit(a: Merit, b: Merit): number {
  const [totalA, totalB] = [total(a), total(b)];
  if (totalA === 0n || totalB === 0n) return totalA === totalB ? 0 : totalA > totalB ? 1 : -1;
  if (totalA !== totalB)
    return compareMerit(
      a.map((votes) => votes * totalB),
      b.map((votes) => votes * totalA),
    );
  const low = (totalA - 1n) / 2n;
  const high = totalA - 1n - low;
  for (const distance of distances([a, b], { low, high })) {
    const difference =
      gradeAt(a, low - distance) - gradeAt(b, low - distance) ||
      gradeAt(a, high + distance) - gradeAt(b, high + distance);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The distances from the middle at which some grade begins, nearest first. */
function distances(merits: readonly Merit[], { low, high }: { low: bigint; high: bigint }): bigint[] {
  const found = new Set<bigint>([0n]);
  for (const merit of merits) {
    let below = 0n;
    for (const votes of merit) {
      below += votes;
      if (below - 1n <= low && below > 0n) found.add(low - below + 1n);
      if (below >= high) found.add(below - high);
    }
  }
  return [...found].filter((distance) => distance <= low).sort((x, y) => (x < y ? -1 : 1));
}
