import type { DrawnWord } from './letters.ts';

/** Words that stand in one line. */
export type Line = readonly DrawnWord[];

/** How wide a line is, in thousandths of the size of its letters. */
export const widthOf = (line: Line, space: number): number =>
  line.reduce((sum, { width }) => sum + width, 0) + space * Math.max(0, line.length - 1);

/** Breaks words into lines of at most `width`; a word that is wider stands alone. */
export function breakLines(words: readonly DrawnWord[], width: number, space: number): Line[] {
  const lines: DrawnWord[][] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last && widthOf([...last, word], space) <= width) last.push(word);
    else lines.push([word]);
  }
  return lines;
}

/** Breaks words into as few lines as `width` allows, and makes these as even as they can be. */
export function evenLines(words: readonly DrawnWord[], width: number, space: number): Line[] {
  const lines = breakLines(words, width, space);
  if (lines.length < 2) return lines;
  let [narrow, wide] = [Math.max(...words.map((word) => word.width), width / 3), width];
  for (let step = 0; step < 8; step += 1) {
    const middle = (narrow + wide) / 2;
    if (breakLines(words, middle, space).length > lines.length) narrow = middle;
    else wide = middle;
  }
  return breakLines(words, wide, space);
}

/** A title at the largest of the sizes at which it fits; at the smallest what is too much is cut, and `more` (…) says so. */
export function fitTitle(
  words: readonly DrawnWord[],
  room: { readonly width: number; readonly height: number; readonly space: number; readonly more: DrawnWord },
): { readonly size: number; readonly lines: readonly Line[] } {
  const { space, more } = room;
  const linesAt = (size: number) => Math.max(1, Math.floor(room.height / (size * LEADING)));
  for (const size of SIZES) {
    const width = (room.width / size) * 1000;
    const lines = evenLines(words, width, space);
    if (lines.length <= linesAt(size) && lines.every((line) => widthOf(line, space) <= width)) return { size, lines };
  }
  const size = SIZES.at(-1) ?? 40;
  const width = (room.width / size) * 1000;
  return { size, lines: cutLines(breakLines(words, width, space), { most: linesAt(size), width, space, more }) };
}

/** Height of a line by the size of its letters. */
export const LEADING = 1.16;
const SIZES = [88, 80, 72, 66, 60, 54, 48, 43, 38];

/** At most so many lines; where something is left out the last one ends in `more`. */
export function cutLines(
  lines: readonly Line[],
  room: { readonly most: number; readonly width: number; readonly space: number; readonly more: DrawnWord },
): Line[] {
  if (lines.length <= room.most) return [...lines];
  const kept = lines.slice(0, room.most);
  const last = [...(kept.at(-1) ?? [])];
  const fits = () => widthOf([...last, room.more], room.space) <= room.width;
  while (last.length > 1 && !fits()) last.pop();
  return [...kept.slice(0, -1), [...last, room.more]];
}
