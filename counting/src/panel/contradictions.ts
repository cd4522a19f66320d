import type { Highs } from 'highs';
import { CountingError } from '../outcome.ts';
import type { Programme, Rule } from './kinds.ts';
import type { Draw } from './pool.ts';
import { ending, type LinearProgramme, seatProgramme, withProgramme } from './solver.ts';

const nameOf = ({ quota }: Rule): string => (quota ? `${quota.attribute}: ${quota.value}` : '');

/** Quotas that can't be met whatever is drawn, found by adding up. */
export function refuseImpossible(draw: Draw, { rules, kinds }: Programme): void {
  if (draw.pool.length < draw.size) {
    throw new CountingError('pool-too-small', { people: draw.pool.length, size: draw.size });
  }
  for (const rule of rules) {
    const available = rule.kinds.reduce((sum, kind) => sum + kinds[kind].most, 0);
    if (rule.quota && available < rule.least) {
      throw new CountingError('quota-exceeds-pool', { quota: nameOf(rule), min: rule.least, available });
    }
  }
  for (const attribute of draw.attributes) {
    const quotas = draw.quotas.filter((quota) => quota.attribute === attribute);
    const least = quotas.reduce((sum, quota) => sum + quota.min, 0);
    const most = quotas.reduce((sum, quota) => sum + quota.max, 0);
    if (least > draw.size) throw new CountingError('quotas-exceed-size', { attribute, min: least, size: draw.size });
    if (most < draw.size) throw new CountingError('quotas-below-size', { attribute, max: most, size: draw.size });
  }
}

/** Two further columns for each quota: how far it may be missed below and above, each miss costing 1. */
function softened(programme: Programme): LinearProgramme {
  const hard = seatProgramme(programme);
  const quotas = programme.rules.flatMap((rule, row) => (rule.quota ? [row] : []));
  const below = (row: number): number => hard.cost.length + 2 * quotas.indexOf(row);
  return {
    cost: [...hard.cost, ...quotas.flatMap(() => [-1, -1])],
    lower: [...hard.lower, ...quotas.flatMap(() => [0, 0])],
    upper: [...hard.upper, ...quotas.flatMap((row) => [programme.rules[row].least, Number.POSITIVE_INFINITY])],
    rows: hard.rows.map((row, index) =>
      quotas.includes(index)
        ? { ...row, at: [...row.at, below(index), below(index) + 1], values: [...row.values, 1, -1] }
        : row,
    ),
  };
}

/** Up to so many kinds the fewest changes are searched in whole seats; beyond, that would take far longer than an error may. */
const mostKinds = 200;
/** Branches looked at for the fewest changes. */
const BRANCHES = 100;

/** How far each quota is missed below and above by the best point found: whole seats, or fractions of seats rounded up. */
function misses(highs: Highs, programme: Programme): { moved: readonly number[]; fewest: boolean } {
  const soft = softened(programme);
  const run = (whole: boolean) =>
    withProgramme(highs, { ...soft, whole, branches: BRANCHES }, (model) => {
      const end = ending(highs, model);
      if (end !== 'best' && end !== 'some') return undefined;
      const by = [...model.getSolution().colValue.slice(programme.kinds.length)];
      return { moved: by.map((seats) => Math.ceil(seats - 1e-6)), fewest: whole && end === 'best' };
    });
  const exact = programme.kinds.length > mostKinds ? undefined : run(true);
  return exact ?? run(false) ?? { moved: [], fewest: false };
}

/**
 * The error for quotas that contradict each other: `quotas` names the fewest changes that would let a panel be drawn,
 * `seats` how many seats they move; `fewest` is 0 where there are too many kinds to search and they
 * are only changes that would help. Also thrown where households
 * leave too few people.
 */
export function contradiction(highs: Highs, programme: Programme): CountingError {
  const { moved, fewest } = misses(highs, programme);
  const quotas = programme.rules.filter((rule) => rule.quota);
  const changes = quotas.flatMap((rule, index) => {
    const [under = 0, over = 0] = [moved[2 * index], moved[2 * index + 1]];
    const change = under > 0 ? `min ${rule.least} to ${rule.least - under}` : `max ${rule.most} to ${rule.most + over}`;
    return under + over > 0 ? [{ text: `${nameOf(rule)} (${change})`, seats: under + over }] : [];
  });
  const seats = changes.reduce((sum, change) => sum + change.seats, 0);
  return new CountingError('quotas-contradict', {
    quotas: changes.map((change) => change.text).join('; '),
    seats,
    fewest: fewest ? 1 : 0,
  });
}
