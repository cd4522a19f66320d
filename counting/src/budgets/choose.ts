import { CountingError } from '../outcome.ts';

/** `given` when it is one of `allowed`, `usual` when nothing was given; otherwise throws a CountingError (`unknown-option-value`). */
export function choose<T extends string>(choice: {
  option: string;
  given: T | undefined;
  usual: T;
  allowed: readonly T[];
}): T {
  const { option, given, usual, allowed } = choice;
  if (given === undefined) return usual;
  if (!allowed.includes(given)) throw new CountingError('unknown-option-value', { option, value: String(given) });
  return given;
}
