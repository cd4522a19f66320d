import { CountingError } from '../outcome.ts';

/** A block holds 2^24 numbers, 64 MB: so large that an allocator gives it back to the machine when it is freed. */
const bits = 24;
const block = 1 << bits;
const smallest = 1024;
/** Uint32 offsets reach this far. */
const longest = 2 ** 32 - 1;

type Column = Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

/**
 * A column of 32-bit integers that grows: by doubling up to a block, then by blocks. Closing it copies the blocks into one array and
 * gives each back at once, so that a column of a gigabyte never stands twice in memory.
 */
export function growingColumn<Kind extends Column>(kind: new (length: number) => Kind) {
  const blocks: Kind[] = [new kind(smallest)];
  let last = blocks[0];
  let length = 0;

  const grow = (): void => {
    if (length >= longest) throw new CountingError('too-many-marks', { longest });
    if (last.length === block) {
      last = new kind(block);
      blocks.push(last);
      return;
    }
    const larger = new kind(last.length * 2);
    larger.set(last);
    last = larger;
    blocks[blocks.length - 1] = last;
  };
  return {
    length: (): number => length,
    at: (index: number): number => blocks[index >>> bits][index & (block - 1)],
    set(index: number, value: number): void {
      blocks[index >>> bits][index & (block - 1)] = value;
    },
    push(value: number): void {
      if (length - (blocks.length - 1) * block === last.length) grow();
      last[length & (block - 1)] = value;
      length++;
    },
    close(): Kind {
      const whole = new kind(length);
      blocks.forEach((part, i) => {
        whole.set(part.subarray(0, Math.min(block, length - i * block)), i * block);
        // Engines before 2024 lack it and give the block back when they next clean up.
        if ('transfer' in part.buffer) part.buffer.transfer(0);
      });
      blocks.length = 0;
      return whole;
    },
  };
}
