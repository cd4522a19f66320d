import { FileError, quote } from './file-error.ts';
import { type NumberPlace, readRational } from './numbers.ts';

/**
 * Reads points as whole numbers of a common fraction (ones, then tenths once a decimal appears, at most millionths).
 * `rescale` is told by how much all points read before must be multiplied.
 */
export function scaledPoints(rescale: (factor: number) => void) {
  let scale = 1;
  return {
    scale: (): number => scale,
    read(text: string, place: NumberPlace): number {
      if (/^-?\d{1,9}$/.test(text)) return fitting(Number(text) * scale, text, place);
      const { top, bottom } = readRational(text, place);
      let wanted = scale;
      while ((BigInt(wanted) * top) % bottom !== 0n && wanted < 1_000_000) wanted *= 10;
      if (wanted > scale) {
        rescale(wanted / scale);
        scale = wanted;
      }
      if ((BigInt(scale) * top) % bottom !== 0n) {
        throw new FileError(place.name, place.line, `${place.what} ${quote(text)} has more than six decimals`);
      }
      return fitting(Number((BigInt(scale) * top) / bottom), text, place);
    },
  };
}

function fitting(value: number, text: string, { name, line, what }: NumberPlace): number {
  if (Math.abs(value) <= 0x7fffffff) return value;
  throw new FileError(name, line, `${what} ${quote(text)} is too large`);
}
