import type { Tally } from './tallies.ts';

/** A statement about the person ("I work in health") is asked early: its priority before squaring. */
const META = 7;

/**
 * How soon a statement should be shown to the next person: ((1 − p)·(E + 1)·a·(1 + 8·2^(−S/5)))², where p and a are the expected shares
 * of passes and agreements, E the statement's extremity and S how many saw it. Statements that are new or sort people come first.
 * The power of two may differ in the last digit between machines; nothing but an order of display hangs on it.
 */
export function priority(tally: Tally, extremity: number, meta = false): number {
  if (meta) return META * META;
  const passes = tally.seen - tally.agree - tally.disagree;
  const passShare = (passes + 1) / (tally.seen + 2);
  const agreeShare = (tally.agree + 1) / (tally.seen + 2);
  const importance = (1 - passShare) * (extremity + 1) * agreeShare;
  return (importance * (1 + 8 * 2 ** (-tally.seen / 5))) ** 2;
}
