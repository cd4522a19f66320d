import type { Queues } from './strict.ts';

/** So many rows are looked at before those found are moved. */
const glance = 4096;

/**
 * Ballots in piles, one per option, and a last one (number `options`) where all of them lie at first and the exhausted at the end; a ballot
 * that marks nothing lies nowhere. Every row only knows its pile, two bytes, instead of every pile its rows: a pile is found by one look
 * along the rows, in the order in which they lie in memory, so that a million ballots cost no more each than a thousand.
 */
export function pilesOf({ start, option, size }: Queues, options: number) {
  const pileOf = new Uint16Array(size);
  for (let row = 0; row < size; row++) pileOf[row] = start[row] < start[row + 1] ? options : options + 1;
  /** The place of the wish for which a ballot counts now; there are at most 1,000. */
  const wish = new Uint16Array(size);
  const closed = new Uint8Array(options);
  const found = new Uint32Array(glance + 1);

  const look = (pile: number, from: number): number => {
    const to = Math.min(from + glance, size);
    let length = 0;
    for (let row = from; row < to; row++) {
      found[length] = row;
      // Without a branch: nobody can guess which rows lie in the pile.
      length += pileOf[row] === pile ? 1 : 0;
    }
    return length;
  };
  return {
    /** From now on this option receives nothing. */
    closeTo(option: number): void {
      closed[option] = 1;
    },
    /** Moves every ballot of a pile to the pile of its next open wish, and says each to `add`. */
    move(pile: number, add: (place: number, row: number) => void): void {
      for (let from = 0; from < size; from += glance) {
        const length = look(pile, from);
        for (let i = 0; i < length; i++) {
          const row = found[i];
          const end = start[row + 1];
          let at = start[row] + wish[row];
          while (at < end && closed[option[at]] === 1) at++;
          const to = at < end ? option[at] : options;
          wish[row] = at - start[row];
          pileOf[row] = to;
          add(to, row);
        }
      }
    },
  };
}
