import { sha256Words } from './sha256.ts';

/**
 * Draws that anyone can repeat from the seed alone: the n-th block of eight 32-bit numbers is SHA-256 of `seed`, a colon and n (from 0).
 */
export interface Dice {
  /** A whole number from 0 up to but not including `sides` (1 to 2³²), every one equally likely. */
  below(sides: number): number;
  /** The items in a drawn order (Fisher–Yates from the end). */
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** Dice for one seed. */
export function diceFrom(seed: string): Dice {
  let block = new Uint32Array(0);
  let blocks = 0;
  let used = 0;
  const next = (): number => {
    if (used === block.length) {
      block = sha256Words(`${seed}:${blocks++}`) as Uint32Array<ArrayBuffer>;
      used = 0;
    }
    return block[used++];
  };
  const below = (sides: number): number => {
    // Numbers beyond the last whole multiple are thrown again, or the first sides would come up more often.
    const limit = 4294967296 - (4294967296 % sides);
    let thrown = next();
    while (thrown >= limit) thrown = next();
    return thrown % sides;
  };
  const shuffled = <Item>(items: readonly Item[]): Item[] => {
    const list = [...items];
    for (let i = list.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [list[i], list[j]] = [list[j], list[i]];
    }
    return list;
  };
  return { below, shuffled };
}
