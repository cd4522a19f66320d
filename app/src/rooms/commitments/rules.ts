import type { Answer } from '#platform/refusal.ts';
import { ASKED_AFTER_MONTHS, type Reply, type State } from './words.ts';

/** One answer as the sum looks at it, in the order in which they were said. */
export interface SaidAnswer {
  readonly answeredBy: string;
  readonly answer: Reply;
  /** The asking it belongs to; null before the first. */
  readonly months: number | null;
}

/**
 * What all answers together say. Only those to the newest asking that anybody answered count, each person's last word once;
 * where they don't agree it says so and picks no side. Nobody answered: still only given, whatever the clock says.
 */
export function sumOf(answers: readonly SaidAnswer[]): State {
  const newest = Math.max(-1, ...answers.map(({ months }) => months ?? 0));
  const last = new Map(
    answers
      .filter(({ months }) => (months ?? 0) === newest)
      .map(({ answeredBy, answer }) => [answeredBy, answer] as const),
  );
  const said = [...new Set(last.values())];
  if (said.length === 0) return 'given';
  return said.length === 1 ? said[0] : 'differing';
}

/** The day so many months after another; the last day of the month where there is no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/**
 * The days on which a word given on a day is asked about. Askings that lay before it was written down are left out, save the
 * last: what was given long ago is still asked about once.
 */
export function askingDays(madeOn: string, recordedOn: string): { readonly months: number; readonly on: string }[] {
  const days = ASKED_AFTER_MONTHS.map((months) => ({ months, on: monthsAfter(madeOn, months) }));
  const ahead = days.filter(({ on }) => on > recordedOn);
  return ahead.length > 0 ? ahead : days.slice(-1);
}

/** A word is given today or was given before; what is due comes after it. */
export function daysFit({
  madeOn,
  dueOn,
  today,
}: {
  readonly madeOn: string;
  readonly dueOn?: string;
  readonly today: string;
}): Answer {
  if (madeOn > today) return { no: 'commitments.not-given-yet' };
  return dueOn !== undefined && dueOn < madeOn ? { no: 'commitments.due-before-given' } : 'yes';
}

/** The house lets its hand off a word that was taken back. */
export const isOpen = (state: State): Answer => (state === 'taken-back' ? { no: 'commitments.taken-back' } : 'yes');

/** A word is given to somebody else. */
export const givenToOthers = (by: string | undefined, to: string | undefined): Answer =>
  by !== undefined && by === to ? { no: 'commitments.given-to-oneself' } : 'yes';

/** A new day lies ahead. */
export const liesAhead = (day: string | undefined, today: string): Answer =>
  day !== undefined && day < today ? { no: 'commitments.day-gone' } : 'yes';
