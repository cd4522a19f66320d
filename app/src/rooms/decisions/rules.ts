import type { Answer } from '#platform/refusal.ts';
import { type BallotKind, type DecisionState, LEAST_AT_TABLE, type Mark, type Method, type Seating } from './words.ts';

/** The records of a decision that say where it stands. */
export interface Standing {
  readonly imported: boolean;
  readonly closesAt: Date | null;
  readonly calledAt: Date | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly countedAt: Date | null;
}

/** Where a decision stands at a moment: read from its records, never stored. */
export function stateOf(decision: Standing, now: Date): DecisionState {
  if (decision.withdrawnAt) return 'withdrawn';
  if (decision.countedAt) return 'counted';
  if (decision.closedAt) return 'sealed';
  if (!decision.openedAt) return decision.calledAt ? 'called' : 'draft';
  return decision.closesAt && now < decision.closesAt ? 'open' : 'closing';
}

/** What a ballot must fit. */
export interface BallotPaper extends Standing {
  readonly method: Method;
  readonly ballotKind: BallotKind;
  readonly optionCount: number;
  readonly mostPoints: number;
}

/** A ballot before it is in the box: its marks, and why one blocks (only of consent, else empty). */
export interface FilledBallot {
  readonly marks: readonly Mark[];
  readonly reason: string;
}

const no = (reason: string, facts?: Record<string, string | number>): Answer => ({ no: reason, facts });

/** Whether this ballot may go into the box now. A blank one may: it counts for the turnout. */
export function ballotFits(paper: BallotPaper, ballot: FilledBallot, now: Date): Answer {
  const open = isOpen(paper, now);
  return open === 'yes' ? marksFit(paper, ballot) : open;
}

/** Whether ballots are taken now, and if not, why. */
export function isOpen(decision: Standing, now: Date): Answer {
  const state = stateOf(decision, now);
  if (state === 'open') return 'yes';
  if (state === 'withdrawn') return no('decisions.is-withdrawn');
  return state === 'draft' || state === 'called' ? no('decisions.not-open-yet') : no('decisions.is-closed');
}

/** Whether the marks are ones that this paper asks for. */
function marksFit(paper: BallotPaper, { marks, reason }: FilledBallot): Answer {
  if (marks.some(({ option }) => option > paper.optionCount)) return no('decisions.unknown-option');
  if (new Set(marks.map(({ option }) => option)).size < marks.length) return no('decisions.marked-twice');
  if (paper.method === 'majority' && marks.length > 1) return no('decisions.one-only');
  if (paper.ballotKind === 'approval')
    return marks.every(({ value }) => value === 1) ? 'yes' : no('decisions.unknown-mark');
  if (paper.ballotKind === 'ranked') return wishesFit(paper, marks);
  if (paper.ballotKind === 'consent') return consentFits(marks, reason);
  const most = paper.mostPoints;
  return marks.every(({ value }) => value <= most) ? 'yes' : no('decisions.too-many-points', { most });
}

function wishesFit(paper: BallotPaper, marks: readonly Mark[]): Answer {
  if (marks.some(({ value }) => value < 1 || value > paper.optionCount)) return no('decisions.unknown-mark');
  const level = new Set(marks.map(({ value }) => value)).size < marks.length;
  return level && paper.method === 'irv' ? no('decisions.same-wish-twice') : 'yes';
}

function consentFits(marks: readonly Mark[], reason: string): Answer {
  if (marks.some(({ value }) => value > 3)) return no('decisions.unknown-mark');
  const blocks = marks.some(({ value }) => value === 0);
  return blocks && reason.trim().length < 3 ? no('decisions.block-needs-reason') : 'yes';
}

/** Marks as they are kept: by option, wishes without gaps (1, 3, 7 is the same order as 1, 2, 3), no points left out as none. */
export function tidyMarks(kind: BallotKind, marks: readonly Mark[]): Mark[] {
  const sorted = [...marks].sort((a, b) => a.option - b.option);
  if (kind !== 'ranked') return sorted;
  const ranks = [...new Set(sorted.map(({ value }) => value))].sort((a, b) => a - b);
  return sorted.map(({ option, value }) => ({ option, value: ranks.indexOf(value) + 1 }));
}

/**
 * A posted ballot as marks. `choice` is one option, `options` are several, `marks.N` is what stands beside option N;
 * an empty mark is no mark. What is no number is kept out, so that the schema says so.
 */
export function marksOfForm(form: Readonly<Record<string, unknown>>): { marks: Mark[]; reason: unknown } {
  const chosen = [form.choice, form.options].flat().filter((value) => typeof value === 'string' && value !== '');
  const beside = Object.entries((form.marks ?? {}) as Record<string, unknown>).filter(
    ([, value]) => value !== '' && value !== undefined,
  );
  return {
    marks: [
      ...chosen.map((option) => ({ option: Number(option), value: 1 })),
      ...beside.map(([option, value]) => ({ option: Number(option), value: Number(value) })),
    ],
    reason: form.reason ?? '',
  };
}

/** Whether the paper may still be changed. */
export function mayBeRevised(decision: Standing, now: Date): Answer {
  const state = stateOf(decision, now);
  return state === 'draft' || state === 'called' ? 'yes' : no('decisions.paper-is-fixed');
}

/** Whether the paper may be called to the table. */
export function mayBeCalled(decision: Standing, now: Date): Answer {
  const state = stateOf(decision, now);
  if (state !== 'draft' && state !== 'called') return no('decisions.paper-is-fixed');
  return decision.closesAt && decision.closesAt > now ? 'yes' : no('decisions.closing-has-passed');
}

/** Whether the end may be moved to `closesAt`: once, while it is open, and only later. */
export function mayBeExtended(
  decision: Standing & { readonly extendedAt: Date | null },
  closesAt: Date,
  now: Date,
): Answer {
  if (stateOf(decision, now) !== 'open') return no('decisions.only-while-open');
  if (decision.extendedAt) return no('decisions.extended-already');
  return decision.closesAt && closesAt > decision.closesAt ? 'yes' : no('decisions.only-later');
}

/** Whether it may be taken off the table. After closing the outcome stands. */
export function mayBeWithdrawn(decision: Standing, now: Date): Answer {
  const state = stateOf(decision, now);
  return state === 'draft' || state === 'called' || state === 'open' ? 'yes' : no('decisions.outcome-stands');
}

/** Whether a receipt of single ballots may be given out: said beforehand, and nobody with power over voters looks on (harm.md 1). */
export const publishesBallots = (decision: {
  readonly publishSingleBallots: boolean;
  readonly interest: string;
}): boolean => decision.publishSingleBallots && decision.interest === 'none';

/** Whether tables can weigh the same here: at least two vote, no name stands twice, and nobody sits at two or at one that is none. */
export function seatingStands({ tables, seats }: Seating): Answer {
  const labels = new Set(tables.map(({ label }) => label));
  if (tables.filter(({ votes }) => votes).length < 2) return no('decisions.two-tables');
  if (labels.size < tables.length) return no('decisions.same-table-twice');
  if (new Set(seats.map(({ personId }) => personId)).size < seats.length) return no('decisions.seated-twice');
  return seats.every(({ label }) => labels.has(label)) ? 'yes' : no('decisions.unknown-table');
}

/**
 * As which table the ballots of each table are counted. In a named decision each as itself. In a secret one a table with fewer
 * than three ballots would show how somebody marked, so the smallest go together until three lie in one pile; together they
 * weigh as many tables as they are. The pile bears the first of its names.
 */
export function countedAs(ballots: ReadonlyMap<string, number>, secret: boolean): Map<string, string> {
  const rising = [...ballots].filter(([, n]) => n > 0).sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  if (!secret) return new Map(rising.map(([label]) => [label, label]));
  const piles: { labels: string[]; ballots: number }[] = [];
  for (const [label, n] of rising) {
    const last = piles.at(-1);
    if (last && last.ballots < LEAST_AT_TABLE) {
      last.labels.push(label);
      last.ballots += n;
    } else piles.push({ labels: [label], ballots: n });
  }
  const short = piles.length > 1 && (piles.at(-1)?.ballots ?? 0) < LEAST_AT_TABLE ? piles.pop() : undefined;
  if (short) piles.at(-1)?.labels.push(...short.labels);
  return new Map(piles.flatMap(({ labels }) => labels.map((label) => [label, [...labels].sort()[0] ?? label])));
}
