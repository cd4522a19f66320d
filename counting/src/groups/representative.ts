import { expectedShare, type Share, SIGNIFICANT, shareTest, twoSharesTest } from './proportions.ts';
import { type Tally, together } from './tallies.ts';

/** A statement that says what a group thinks, and how sure that is. */
export interface Representative {
  /** Index of the statement. */
  readonly statement: number;
  /** What the group does with it. */
  readonly side: 'agree' | 'disagree';
  /** How many of the group did so, of how many who saw it. */
  readonly successes: number;
  readonly trials: number;
  /** (successes + 1) ÷ (trials + 2). */
  readonly probability: number;
  /** z of that share against one half. */
  readonly probabilityTest: number;
  /** The share in the group ÷ the share elsewhere. */
  readonly ratio: number;
  /** z of the share in the group against the share elsewhere. */
  readonly ratioTest: number;
  /** Set for the one statement that the group agrees with most. */
  readonly bestAgreed?: true;
}

interface Compared {
  readonly agree: Representative;
  readonly disagree: Representative;
  readonly tally: Tally;
}

/** How many statements speak for a group. */
const MOST = 5;

function side(
  statement: number,
  which: 'agree' | 'disagree',
  [here, elsewhere]: readonly [Tally, Tally],
): Representative {
  const mine: Share = { successes: here[which], trials: here.seen };
  const theirs: Share = { successes: elsewhere[which], trials: elsewhere.seen };
  return {
    statement,
    side: which,
    ...mine,
    probability: expectedShare(mine),
    probabilityTest: shareTest(mine.successes, mine.trials),
    ratio: expectedShare(mine) / expectedShare(theirs),
    ratioTest: twoSharesTest(mine, theirs),
  };
}

const passes = (one: Representative): boolean => one.ratioTest > SIGNIFICANT && one.probabilityTest > SIGNIFICANT;

const product = (one: Representative): number => one.ratio * one.ratioTest * one.probability * one.probabilityTest;

const stronger = ({ agree, disagree }: Compared): Representative =>
  agree.ratioTest > disagree.ratioTest ? agree : disagree;

/** Whether this statement is agreed with more than the best so far. */
function agreedMore({ agree, tally }: Compared, best: Representative | undefined): boolean {
  if (tally.agree === 0 && tally.disagree === 0) return false;
  if (best && best.ratio > 1) return product(agree) > product(best);
  if (best) return agree.probability * agree.probabilityTest > best.probability * best.probabilityTest;
  return agree.probabilityTest > SIGNIFICANT || (agree.ratio > 1 && agree.probability > 0.5);
}

/**
 * At most five statements that speak for a group, agreed ones first: those that pass both tests on either side, strongest product
 * first, led by the one it agrees with most. When none passes, that one, or else the one that differs most from elsewhere.
 */
export function representativeOf(tallies: readonly (readonly Tally[])[], group: number): Representative[] {
  const compared = tallies[group].map((tally, statement): Compared => {
    const elsewhere = together(tallies.filter((_, other) => other !== group).map((one) => one[statement]));
    const pair = [tally, elsewhere] as const;
    return { tally, agree: side(statement, 'agree', pair), disagree: side(statement, 'disagree', pair) };
  });
  let agreed: Representative | undefined;
  for (const one of compared) if (agreedMore(one, agreed)) agreed = one.agree;
  const head: Representative[] = agreed ? [{ ...agreed, bestAgreed: true }] : [];
  const passing = compared.filter((one) => passes(one.agree) || passes(one.disagree)).map(stronger);
  if (passing.length === 0) return agreed ? head : differsMost(compared);
  const rest = passing.filter((one) => one.statement !== agreed?.statement).sort((a, b) => product(b) - product(a));
  const chosen = [...head, ...rest].slice(0, MOST);
  return [...chosen.filter((one) => one.side === 'agree'), ...chosen.filter((one) => one.side === 'disagree')];
}

function differsMost(compared: readonly Compared[]): Representative[] {
  const seen = compared.filter((one) => one.tally.seen > 0).map(stronger);
  const best = seen.reduce<Representative | undefined>(
    (most, one) => (most && most.ratioTest >= one.ratioTest ? most : one),
    undefined,
  );
  return best ? [best] : [];
}
