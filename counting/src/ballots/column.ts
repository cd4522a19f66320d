import { CountingError } from '../outcome.ts';

const bits = 14;
const block = 1 << bits;
/** Uint32 offsets reach this far. */
const longest = 2 ** 32 - 1;

type Column = Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

/**
 * A column of 32-bit integers that grows by blocks. Closing it copies the blocks into one array and gives each
 * block back at once, so that a column of a gigabyte never stands twice in memory.
 */
export function growingColumn<Kind extends Column>(kind: new (length: number) => Kind) {
  const blocks: Kind[] = [];
  let length = 0;
  return {
    length: (): number => length,
    at: (index: number): number => blocks[index >>> bits][index & (block - 1)],
    set(index: number, value: number): void {
      blocks[index >>> bits][index & (block - 1)] = value;
    },
    push(value: number): void {
      if ((length & (block - 1)) === 0) {
        if (length >= longest) throw new CountingError('too-many-marks', { longest });
        blocks.push(new kind(block));
      }
      blocks[blocks.length - 1][length & (block - 1)] = value;
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
