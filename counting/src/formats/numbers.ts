import { parseRational, type Rational } from '../rational.ts';
import { FileError, quote } from './file-error.ts';

/** More options than this are refused: no voter reads them, and a count would take the memory of the machine. */
export const mostOptions = 100_000;

/** Where a number stands, and what it is called in an error. */
export interface NumberPlace {
  readonly name: string;
  readonly line: number;
  readonly what: string;
}

/** Throws a FileError when there are more than `mostOptions` options. */
export function refuseManyOptions(count: number, { name, line }: { name: string; line: number }): void {
  if (count > mostOptions) throw new FileError(name, line, `there are more than ${mostOptions} options`);
}

/** An exact amount of money, never negative. A single comma is taken for the decimal point, spaces may part thousands. Throws a FileError otherwise. */
export function readAmount(text: string, place: NumberPlace): Rational {
  const amount = readRational(text.trim().replaceAll(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?:\D|$))/g, ''), place);
  if (amount.top < 0n) throw new FileError(place.name, place.line, `${place.what} ${quote(text)} is negative`);
  return amount;
}

/** An exact number. A single comma is taken for the decimal point, `1e3` is understood. Throws a FileError otherwise. */
export function readRational(text: string, { name, line, what }: NumberPlace): Rational {
  const plain = text.trim().replace(/^([+-]?\d*),(\d+)$/, '$1.$2');
  const power = /^([+-]?[\d.]+)e([+-]?\d{1,2})$/i.exec(plain);
  try {
    if (plain.length > 100) throw new RangeError('too long');
    if (!power) return parseRational(plain);
    const { top, bottom } = parseRational(power[1]);
    const ten = 10n ** BigInt(Math.abs(Number(power[2])));
    return Number(power[2]) < 0 ? parseRational(`${top}/${bottom * ten}`) : parseRational(`${top * ten}/${bottom}`);
  } catch {
    throw new FileError(name, line, `${what} ${quote(text)} is not a number`);
  }
}

/** A whole number from `least` up to 2^31 − 1. Throws a FileError otherwise. */
export function readWhole(text: string, place: NumberPlace, least = 0): number {
  const clean = text.trim();
  const number = /^[+-]?\d{1,10}$/.test(clean) ? Number(clean) : Number.NaN;
  if (number >= least && number <= 0x7fffffff) return number;
  const wanted = `${place.what} ${quote(text)} is not a whole number`;
  throw new FileError(
    place.name,
    place.line,
    least > Number.MIN_SAFE_INTEGER ? `${wanted} of at least ${least}` : wanted,
  );
}
