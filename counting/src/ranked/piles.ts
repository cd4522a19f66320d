import type { Queues } from './strict.ts';

/** So many rows are looked at before those found are moved. */
const glance = 1024;

/** Ballots lying at wishes, see pilesOf. */
export type Piles = ReturnType<typeof pilesOf>;

/**
 * Ballots that lie at one of their wishes each, all at `options` (nobody) at first and the exhausted again at the end; a ballot that marks nothing
 * lies nowhere. Of a ballot only one number of 32 bits is kept: where it lies, the next wishes, as many as there is room
 * for, and how many have been fetched so far. So those who lie at a wish are found by one look along the rows, in the order in which they
 * lie in memory, and most are moved without a look at the ballot: a million ballots cost no more each than a thousand.
 */
export function pilesOf({ start, option, size }: Queues, options: number) {
  const nowhere = options + 1;
  const bits = 32 - Math.clz32(nowhere);
  const mask = (1 << bits) - 1;
  /** From the lowest bits up: where the ballot lies, how many wishes are fetched, then the next ones, each plus one (`options` plus one is the end), 0 = not fetched. */
  const ballot = new Int32Array(size);
  for (let row = 0; row < size; row++) ballot[row] = start[row] < start[row + 1] ? options : nowhere;
  const room = Math.floor(32 / bits) - 2;
  const closed = new Uint8Array(mask + 1);
  const moving = new Uint8Array(mask + 1);
  const found = new Uint32Array(glance + 1);

  const fetch = (from: number, end: number): number => {
    let ahead = 0;
    for (let i = 0; i < room; i++) {
      if (from + i >= end) return ahead | ((options + 1) << (i * bits));
      ahead |= (option[from + i] + 1) << (i * bits);
    }
    return ahead;
  };
  return {
    /** From now on no ballot stops at this wish. */
    closeTo(wish: number): void {
      closed[wish] = 1;
    },
    /** Moves a ballot on to its next open wish and says which that is; `options` = it has none. */
    next(row: number): number {
      const word = ballot[row];
      let fetched = (word >>> bits) & mask;
      let ahead = word >>> (2 * bits);
      let wish: number;
      do {
        if (ahead === 0) {
          ahead = fetch(start[row] + fetched, start[row + 1]);
          // Not beyond what fits: whoever has fetched the end fetches no more.
          fetched = Math.min(fetched + room, mask);
        }
        wish = (ahead & mask) - 1;
        ahead >>>= bits;
      } while (closed[wish] === 1);
      ballot[row] = (ahead << (2 * bits)) | (fetched << bits) | wish;
      return wish;
    },
    /** Visits every ballot that lies at one of these wishes; the visit is to move it. */
    each(wishes: readonly number[], visit: (row: number) => void): void {
      moving.fill(0);
      for (const wish of wishes) moving[wish] = 1;
      for (let from = 0; from < size; from += glance) {
        const to = Math.min(from + glance, size);
        let length = 0;
        for (let row = from; row < to; row++) {
          found[length] = row;
          // Without a branch: nobody can guess which ballots lie there.
          length += moving[ballot[row] & mask];
        }
        for (let i = 0; i < length; i++) visit(found[i]);
      }
    },
  };
}
