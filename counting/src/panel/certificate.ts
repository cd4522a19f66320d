import type { Programme } from './kinds.ts';
import type { Level } from './relaxed.ts';

/**
 * The highest value that a level can have, worked out from its proof with additions alone: for any prices u on the rules and any weights y
 * that add up to 1 over the kinds still open, no mixture of panels gives every open kind more than
 *   Σ over rules of max(u·least, u·most) + Σ over kinds of max(d·least, d·most),  d = y ÷ people − Σ u of its rules,
 * because a weighted mean is never less than the lowest of its members (weak duality). `floor` is what each kind has for certain from the levels before.
 * A wrong solver can only make this bound too high, never too low.
 */
export function levelBound({ kinds, rules }: Programme, level: Level, floor: Float64Array): number {
  const total = level.weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return 1;
  const worth = Float64Array.from(kinds, (kind, index) => level.weights[index] / total / kind.people.length);
  let bound = 0;
  rules.forEach((rule, row) => {
    const price = level.prices[row] / total;
    bound += Math.max(price * rule.least, price * rule.most);
    for (const kind of rule.kinds) worth[kind] -= price;
  });
  kinds.forEach((kind, index) => {
    bound += Math.max(worth[index] * floor[index], worth[index] * kind.most);
  });
  return bound;
}

/** The bound of every level in turn. */
export function levelBounds(programme: Programme, levels: readonly Level[]): number[] {
  const floor = new Float64Array(programme.kinds.length);
  return levels.map((level) => {
    const bound = levelBound(programme, level, floor);
    for (const kind of level.settled) floor[kind] = level.value * programme.kinds[kind].people.length;
    return Math.min(1, bound);
  });
}
