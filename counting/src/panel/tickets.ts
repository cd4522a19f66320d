import type { Dice } from './dice.ts';
import type { Composition } from './lottery.ts';

/** The lottery has this many tickets, so that every probability is an exact fraction that anyone can add up. */
export const TICKETS = 1_000_000_000;

/** One way to fill the panel and how many of the billion tickets draw it. */
export interface Ticketed {
  readonly seats: readonly number[];
  readonly tickets: number;
}

/** Shares as whole tickets, by largest remainder: rounded down, then one more for those that lost most. */
export function ticketed(compositions: readonly Composition[]): Ticketed[] {
  const all = compositions.reduce((sum, one) => sum + one.share, 0);
  const exact = compositions.map((one) => (one.share / all) * TICKETS);
  const tickets = exact.map(Math.floor);
  const order = [...exact.keys()].sort((a, b) => exact[b] - tickets[b] - (exact[a] - tickets[a]) || a - b);
  const missing = TICKETS - tickets.reduce((sum, count) => sum + count, 0);
  for (let i = 0; i < missing; i++) tickets[order[i % order.length]]++;
  return compositions
    .map((one, index) => ({ seats: [...one.seats], tickets: tickets[index] }))
    .filter((one) => one.tickets > 0);
}

/** Draws one ticket and returns the seats it stands for. */
export function drawTicket(lottery: readonly Ticketed[], dice: Dice): readonly number[] {
  let ticket = dice.below(TICKETS);
  for (const one of lottery) {
    ticket -= one.tickets;
    if (ticket < 0) return one.seats;
  }
  return lottery[lottery.length - 1].seats;
}
