import { CountingError } from '../outcome.ts';

/** More holders than this are refused: the count of coalitions doubles with every second holder. */
export const HOLDERS_LIMIT = 32;

/** Every sum that some of these seats can make together, one entry per coalition, ascending. */
function coalitionSums(seats: readonly number[]): Float64Array {
  const sums = new Float64Array(2 ** seats.length);
  seats.forEach((weight, index) => {
    const known = 2 ** index;
    for (let coalition = 0; coalition < known; coalition++) sums[known + coalition] = sums[coalition] + weight;
  });
  return sums.sort();
}

/** How many pairs, one sum of each ascending list, stay below the limit. */
function pairsBelow(left: Float64Array, right: Float64Array, limit: number): number {
  let pairs = 0;
  let reach = right.length;
  for (const sum of left) {
    while (reach > 0 && sum + right[reach - 1] >= limit) reach--;
    pairs += reach;
  }
  return pairs;
}

function check(seats: readonly number[], quota: number): void {
  if (seats.length === 0) throw new CountingError('no-seats');
  if (seats.length > HOLDERS_LIMIT) {
    throw new CountingError('too-many-holders', { holders: seats.length, limit: HOLDERS_LIMIT });
  }
  const wrong = seats.find((weight) => !Number.isSafeInteger(weight) || weight < 0);
  if (wrong !== undefined) throw new CountingError('seats-not-whole', { seats: String(wrong) });
  const total = seats.reduce((sum, weight) => sum + weight, 0);
  if (!Number.isSafeInteger(total)) throw new CountingError('too-many-seats', { limit: Number.MAX_SAFE_INTEGER });
  if (!(quota > 0)) throw new CountingError('quota-not-positive', { quota: String(quota) });
  if (quota > total) throw new CountingError('quota-out-of-reach', { quota, seats: total });
}

/**
 * For each holder: in how many coalitions of the others its seats turn losing into winning. Exact.
 * Seats are whole numbers; a coalition wins with `quota` seats or more. Both halves of the others are listed
 * and sorted, then matched, so 24 holders cost 24 × 2¹² steps instead of 2²⁴.
 * Throws a CountingError: no-seats, too-many-holders, seats-not-whole, too-many-seats, quota-not-positive, quota-out-of-reach.
 */
export function banzhafSwings(seats: readonly number[], quota: number): number[] {
  check(seats, quota);
  const needed = Math.ceil(quota);
  return seats.map((weight, holder) => {
    const others = seats.filter((_, index) => index !== holder);
    const left = coalitionSums(others.filter((_, index) => index % 2 === 0));
    const right = coalitionSums(others.filter((_, index) => index % 2 === 1));
    return pairsBelow(left, right, needed) - pairsBelow(left, right, needed - weight);
  });
}

/**
 * Normalised Banzhaf index (measure P5): each holder's swings ÷ all swings, adding up to 1.
 * Same input and errors as `banzhafSwings`. Source: Banzhaf 1965, Penrose 1946.
 */
export function banzhaf(seats: readonly number[], quota: number): number[] {
  const swings = banzhafSwings(seats, quota);
  const all = swings.reduce((sum, count) => sum + count, 0);
  return swings.map((count) => count / all);
}
