import { insistOnKind, oneOf } from './ballots/insist.ts';
import { tieRanks } from './ballots/tie-order.ts';
import { turnoutOf } from './ballots/turnout.ts';
import { showUnits, sumsOf, unitsOf } from './ballots/units.ts';
import type { Election } from './election.ts';
import { CountingError, type Outcome, type TieOrder } from './outcome.ts';
import { compare, multiply, parseRational, type Rational, rational, showRational } from './rational.ts';

/** The choices of a majority: how much carries, and of whom. */
export interface MajorityOptions {
  /** The share that carries, as exact text: `1/2` (usual; more than it is needed), `2/3`, `4/5` (reaching them is enough). */
  readonly threshold?: string;
  /**
   * The share of whom: `cast` = those who said yes or no to that option (usual; for approvals: who marked anything),
   * `voters` = everyone whose ballot was counted, blanks too, `members` = `entitled` of the election.
   */
  readonly of?: 'cast' | 'voters' | 'members';
  /** How many members are entitled to vote; usually what the election says. */
  readonly members?: number;
  readonly ties?: TieOrder;
}

/**
 * Majority: every option stands by itself and is carried when enough voters say yes to it. With choose-one ballots
 * at most one can pass one half. Ballots: approvals (a mark is a yes), or grades whose worst word is no and whose best is yes;
 * words between are abstentions. Steps: one `share` per option with yes, no, base and whether it carries.
 * Throws a CountingError when members are asked for and the election does not say how many. See methods/majority.md.
 */
export function majority(election: Election, options: MajorityOptions = {}): Outcome {
  insistOnKind(election, 'majority', ['approval', 'grades']);
  const of = oneOf('of', options.of ?? 'cast', ['cast', 'voters', 'members']);
  const threshold = readThreshold(options.threshold ?? '1/2');
  const ranks = tieRanks(election, options.ties);
  const turnout = turnoutOf(election.ballots);
  const votes = countVotes(election);
  const shares = election.options.map((option, i) => {
    const base = baseOf({ ...election, entitled: options.members ?? election.entitled }, { votes, of, i });
    const yes = rational(votes.yes[i], votes.bottom);
    const compared = compare(yes, multiply(base, threshold));
    const carries = isHalf(threshold) ? compared > 0 : compared >= 0;
    return {
      id: option.id,
      yes,
      no: votes.no[i],
      base,
      carries: carries && votes.yes[i] > 0n,
      before: ranks.before[i],
    };
  });
  const carried = shares.filter(({ carries }) => carries);
  carried.sort((a, b) => compare(b.yes, a.yes) || a.before - b.before);
  return {
    method: 'majority',
    options: {
      threshold: showRational(threshold),
      above: isHalf(threshold),
      of,
      ...(of === 'members' && { members: options.members ?? election.entitled ?? null }),
      ties: ranks.shown,
    },
    winners: carried.map(({ id }) => id),
    tied: [],
    ...turnout,
    steps: shares.map(({ id, yes, no, base, carries }) => ({
      kind: 'share',
      option: id,
      yes: showRational(yes),
      no: showUnits(no, votes.bottom),
      base: showRational(base),
      carries,
    })),
  };
}

const isHalf = ({ top, bottom }: Rational): boolean => top === 1n && bottom === 2n;

function readThreshold(text: string): Rational {
  try {
    const threshold = parseRational(text);
    if (threshold.top > 0n && threshold.top <= threshold.bottom) return threshold;
  } catch {
    // Falls through to the same answer as a share outside 0 to 1.
  }
  throw new CountingError('option-value-unknown', {
    option: 'threshold',
    value: text,
    allowed: 'a share above 0, up to 1',
  });
}

interface Votes {
  readonly yes: readonly bigint[];
  readonly no: readonly bigint[];
  /** Everyone's weight, and the weight of those who marked something. */
  readonly all: bigint;
  readonly marking: bigint;
  readonly bottom: bigint;
}

function countVotes({ kind, scale = [], ballots, options }: Election): Votes {
  const units = unitsOf(ballots);
  const [yes, no] = [sumsOf(units, options.length), sumsOf(units, options.length)];
  const everyone = sumsOf(units, 2);
  const best = kind === 'approval' ? 1 : scale.length - 1;
  for (let row = 0; row < ballots.size; row++) {
    everyone.add(0, row);
    if (ballots.start[row + 1] > ballots.start[row]) everyone.add(1, row);
    for (let at = ballots.start[row]; at < ballots.start[row + 1]; at++) {
      if (ballots.value[at] === best) yes.add(ballots.option[at], row);
      else if (ballots.value[at] === 0) no.add(ballots.option[at], row);
    }
  }
  const [all, marking] = everyone.read();
  return { yes: yes.read(), no: no.read(), all, marking, bottom: units.bottom };
}

function baseOf(election: Election, { votes, of, i }: { votes: Votes; of: string; i: number }): Rational {
  if (of === 'voters') return rational(votes.all, votes.bottom);
  if (of === 'cast') {
    return rational(election.kind === 'approval' ? votes.marking : votes.yes[i] + votes.no[i], votes.bottom);
  }
  if (election.entitled === undefined) throw new CountingError('members-unknown', { method: 'majority' });
  return rational(election.entitled);
}
