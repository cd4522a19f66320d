import { consentMarks } from './ballots/election-of.ts';
import { insistOnKind } from './ballots/insist.ts';
import { turnoutOf } from './ballots/turnout.ts';
import { showUnits, sumsOf, unitsOf } from './ballots/units.ts';
import type { Election } from './election.ts';
import { CountingError, type Outcome, type Step } from './outcome.ts';

/** What a consent decision needs beside the ballots. */
export interface ConsentOptions {
  /** Why people block, by option id, one text per block; usually what the election carries. */
  readonly reasons?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Consent ("nobody objects"): a proposal stands when somebody agrees and nobody blocks it. A block needs a reason:
 * a block without one is counted as a concern. Standing aside does not stop a proposal; concerns are reported, so that they are answered.
 * Winners: every proposal that stands, in the order of the list; nothing is ranked, so nothing can tie. Weights change the
 * shown votes but one block is enough whatever it weighs. Steps: `marks` per proposal and `block-without-reason` where it applies.
 * Throws a CountingError when the scale is not block, concern, stand aside, agree in some order. See methods/consent.md.
 */
export function consent(election: Election, options: ConsentOptions = {}): Outcome {
  insistOnKind(election, 'consent', ['consent']);
  const given = options.reasons ?? election.reasons ?? {};
  const marks = countMarks(election);
  const steps: Step[] = [];
  const winners: string[] = [];
  election.options.forEach(({ id }, i) => {
    const reasons = (Object.hasOwn(given, id) ? given[id] : []).filter((reason) => reason.trim() !== '').length;
    const { voters } = marks;
    const blocks = Math.min(voters.block[i], reasons);
    const stands = blocks === 0 && voters.agree[i] > 0;
    if (voters.block[i] > blocks) {
      steps.push({ kind: 'block-without-reason', option: id, voters: voters.block[i] - blocks });
    }
    steps.push({
      kind: 'marks',
      option: id,
      agree: voters.agree[i],
      standAside: voters['stand aside'][i],
      concern: voters.concern[i] + voters.block[i] - blocks,
      block: blocks,
      agreeVotes: marks.agreeVotes[i],
      stands,
    });
    if (stands) winners.push(id);
  });
  return {
    method: 'consent',
    options: { reasons: 'needed' },
    winners,
    tied: [],
    ...turnoutOf(election.ballots),
    steps,
  };
}

function countMarks({ scale = consentMarks, ballots, options }: Election) {
  const known = consentMarks.every((mark) => scale.includes(mark)) && scale.length === consentMarks.length;
  if (!known) throw new CountingError('consent-scale', { scale: scale.join(' · '), needed: consentMarks.join(' · ') });
  const zeros = () => new Array<number>(options.length).fill(0);
  const voters: Record<string, number[]> = Object.fromEntries(consentMarks.map((mark) => [mark, zeros()]));
  const units = unitsOf(ballots);
  const agreeing = sumsOf(units, options.length);
  for (let row = 0; row < ballots.size; row++) {
    for (let at = ballots.start[row]; at < ballots.start[row + 1]; at++) {
      const mark = scale[ballots.value[at]];
      voters[mark][ballots.option[at]] += ballots.times[row];
      if (mark === 'agree') agreeing.add(ballots.option[at], row);
    }
  }
  return { voters, agreeVotes: agreeing.read().map((sum) => showUnits(sum, units.bottom)) };
}
