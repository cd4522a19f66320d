/** A part of a file, both ends included. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Far more than one tile or one page of the list of tiles, far less than a file of streets. */
export const MOST_BYTES = 4 * 1024 * 1024;

/** The one part that a Range header asks for, cut to the end of the file; undefined when it is none, several, or too large. */
export function partOf(range: string | undefined, size: number): Part | undefined {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range?.trim() ?? '');
  if (!asked) return undefined;
  const [, first, last] = asked;
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from <= to && to - from < MOST_BYTES ? { from, to } : undefined;
}
