/** An exact fraction; `bottom` is positive and the pair is in lowest terms. */
export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** The fraction `top / bottom` in lowest terms. Throws a RangeError when `bottom` is zero. */
export function rational(top: bigint | number, bottom: bigint | number = 1n): Rational {
  let t = BigInt(top);
  let b = BigInt(bottom);
  if (b === 0n) throw new RangeError('a fraction needs a bottom other than zero');
  if (b < 0n) [t, b] = [-t, -b];
  const divisor = greatestCommonDivisor(t, b);
  return divisor === 1n ? { top: t, bottom: b } : { top: t / divisor, bottom: b / divisor };
}

/** Reads `12`, `-3.25` or `2/3` exactly. Throws a RangeError when the text is no such number. */
export function parseRational(text: string): Rational {
  const clean = text.trim();
  const fraction = /^([+-]?\d+)\/(\d+)$/.exec(clean);
  if (fraction) return rational(BigInt(fraction[1]), BigInt(fraction[2]));
  const decimal = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(clean);
  if (!decimal || (decimal[2] === '' && !decimal[3])) throw new RangeError(`"${clean.slice(0, 40)}" is not a number`);
  const digits = decimal[3] ?? '';
  const top = BigInt(`${decimal[2]}${digits}` || '0');
  return rational(decimal[1] === '-' ? -top : top, 10n ** BigInt(digits.length));
}

/** The sum a + b, exactly and in lowest terms. */
export const add = (a: Rational, b: Rational): Rational =>
  rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);

/** The difference a − b, exactly and in lowest terms. */
export const subtract = (a: Rational, b: Rational): Rational =>
  rational(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);

/** The product a × b, exactly and in lowest terms. */
export const multiply = (a: Rational, b: Rational): Rational => rational(a.top * b.top, a.bottom * b.bottom);

/** a ÷ b, exactly. Throws a RangeError when b is zero. */
export const divide = (a: Rational, b: Rational): Rational => rational(a.top * b.bottom, a.bottom * b.top);

/** Negative when a < b, zero when equal, positive when a > b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest float, for display only: nothing is decided by it. */
export const toNumber = (a: Rational): number => Number(a.top) / Number(a.bottom);

/** `7` or `2/3`: the exact text of a fraction, which parseRational reads back. */
export const showRational = (a: Rational): string => (a.bottom === 1n ? `${a.top}` : `${a.top}/${a.bottom}`);

/** The most decimals in which an amount is written. */
const mostPlaces = 12;

/** `7`, `40.5` or `2/3`: the exact text of an amount of money, a decimal where it has an end, which parseRational reads back. */
export function showAmount({ top, bottom }: Rational): string {
  const [sign, size] = top < 0n ? ['-', -top] : ['', top];
  for (let places = 0; places <= mostPlaces; places++) {
    const scaled = size * 10n ** BigInt(places);
    if (scaled % bottom !== 0n) continue;
    const digits = String(scaled / bottom).padStart(places + 1, '0');
    const cut = digits.length - places;
    return `${sign}${digits.slice(0, cut)}${places === 0 ? '' : `.${digits.slice(cut)}`}`;
  }
  return showRational({ top, bottom });
}
