import { ballotBox } from '../ballots/ballot-box.ts';
import type { Election } from '../election.ts';
import { FileError, quote } from './file-error.ts';
import { feed, type LineReader, type Lines } from './lines.ts';
import { readWhole, refuseManyOptions } from './numbers.ts';

/**
 * Reads PrefLib files: orders (.soc .soi .toc .toi) as ranked ballots, categories (.cat) as grades, where the first category is the
 * best one. Both the present header (`# ALTERNATIVE NAME 1: …`) and the old one (a number, then `1,name`) are understood. Option ids
 * are alternative numbers; `meta` is the header. Throws a FileError with the line of what is wrong.
 */
export const parsePreflib = (lines: Lines, name: string): Promise<Election> => feed(lines, preflibReader(name));

/** The same reader, to be fed line by line. */
export function preflibReader(name: string): LineReader<Election> {
  const box = ballotBox();
  const header = preflibHeader(name);
  const categories = (): readonly string[] => header.categories;
  let ballots = 0;

  const readBallot = (text: string, line: number): void => {
    const cut = text.search(/[:,]/);
    const times = readWhole(cut < 0 ? text : text.slice(0, cut), { name, line, what: 'number of voters' }, 1);
    const groups = readGroups(cut < 0 ? '' : text.slice(cut + 1), { name, line, options: header.count() });
    const graded = categories().length > 0;
    if (graded && groups.length > categories().length) {
      throw new FileError(name, line, `there are ${categories().length} categories and ${groups.length} are given`);
    }
    const seen = new Set<number>();
    const pairs = groups.flatMap((group, place) =>
      group.map((option) => {
        if (seen.has(option)) throw new FileError(name, line, `alternative ${option + 1} stands twice`);
        seen.add(option);
        return { option, value: graded ? categories().length - 1 - place : place + 1 };
      }),
    );
    pairs.sort((a, b) => (graded ? a.option - b.option : a.value - b.value || a.option - b.option));
    const [options, values] = [pairs.map(({ option }) => option), pairs.map(({ value }) => value)];
    box.cast({ options, values, line }, times);
    ballots++;
  };
  return {
    line(raw, number) {
      const text = raw.trim();
      if (text !== '' && !header.take(text, number)) readBallot(text, number);
    },
    close(lastLine) {
      const line = Math.max(1, lastLine);
      if (header.count() === 0) throw new FileError(name, line, 'the file names no alternatives');
      if (ballots === 0 && header.meta['NUMBER VOTERS'] !== '0')
        throw new FileError(name, line, 'the file has no ballots');
      const options = Array.from({ length: header.count() }, (_, i) => {
        const title = header.names.get(i + 1);
        return { id: String(i + 1), ...(title && { name: title }) };
      });
      const shared = { options, ballots: box.close(), meta: header.meta };
      if (categories().length === 0) return { kind: 'ranked', ...shared };
      return { kind: 'grades', ...shared, scale: categories().toReversed() };
    },
  };
}

/** Takes header lines of both kinds; `take` answers false for the first line that is none and every line after it. */
function preflibHeader(name: string) {
  const meta: Record<string, string> = {};
  const names = new Map<number, string>();
  let most = 0;
  const categories: string[] = [];
  /** Old files say the number first, then name each. */
  let old: { expected: number } | undefined;
  let over = false;

  const addName = (position: string, title: string, line: number): void => {
    const number = readWhole(position, { name, line, what: 'alternative' }, 1);
    if (names.has(number)) throw new FileError(name, line, `alternative ${number} stands twice`);
    names.set(number, title);
    stateNumber(number, line);
  };
  const stateNumber = (number: number, line: number): void => {
    most = Math.max(most, number);
    refuseManyOptions(most, { name, line });
  };
  const takeComment = (text: string, line: number): void => {
    const [, key, value] = /^#\s*([^:]*?)\s*:\s*(.*)$/.exec(text) ?? [];
    if (key === undefined) return;
    const alternative = /^ALTERNATIVE NAME (\d+)$/i.exec(key);
    const category = /^CATEGORY NAME \d+$/i.exec(key);
    if (alternative) addName(alternative[1], value, line);
    else if (category)
      categories.push(value === '' || categories.includes(value) ? `${value} ${categories.length + 1}`.trim() : value);
    else if (key !== '__proto__') meta[key.toUpperCase()] = value;
    if (/^NUMBER ALTERNATIVES$/i.test(key))
      stateNumber(readWhole(value, { name, line, what: 'number of alternatives' }), line);
  };
  const takeOld = (text: string, line: number): boolean => {
    if (!old) {
      old = { expected: readWhole(text, { name, line, what: 'number of alternatives' }, 1) };
      refuseManyOptions(old.expected, { name, line });
      return true;
    }
    if (names.size < old.expected) {
      const cut = text.indexOf(',');
      addName(text.slice(0, Math.max(0, cut)), text.slice(cut + 1).trim(), line);
      return true;
    }
    over = true;
    meta['NUMBER VOTERS'] = text.split(',')[0].trim();
    return true;
  };
  return {
    meta,
    names,
    count: (): number => most,
    categories,
    take(text: string, line: number): boolean {
      if (over) return false;
      if (text.startsWith('#')) takeComment(text, line);
      else if (most > 0 && !old) over = true;
      else return takeOld(text, line);
      return !over;
    },
  };
}

/** `3,{1,4},2` as groups of indexes; an empty group is `{}`. */
function readGroups(
  text: string,
  { name, line, options }: { name: string; line: number; options: number },
): number[][] {
  const clean = text.replace(/\s+/g, '');
  if (clean === '') return [];
  if (!/^(\{[\d,]*\}|\d+)(,(\{[\d,]*\}|\d+))*$/.test(clean))
    throw new FileError(name, line, `${quote(text.trim())} is not an order`);
  return (clean.match(/\{[^}]*\}|\d+/g) ?? []).map((group) =>
    (group.match(/\d+/g) ?? []).map((part) => {
      const number = readWhole(part, { name, line, what: 'alternative' }, 1);
      if (number > options) throw new FileError(name, line, `there is no alternative ${number}`);
      return number - 1;
    }),
  );
}
