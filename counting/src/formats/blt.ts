import { type BallotBox, ballotBox } from '../ballots/ballot-box.ts';
import type { Election } from '../election.ts';
import { bltNames } from './blt-names.ts';
import { FileError, quote } from './file-error.ts';
import { feed, type LineReader, type Lines } from './lines.ts';
import { readRational, readWhole, refuseManyOptions } from './numbers.ts';

/**
 * Reads ranked ballots in the BLT format (also .HIL of the Tideman collection): candidates and seats, withdrawn candidates as
 * negative numbers, ballots `weight preference … 0` where `=` joins equal ranks and `-` is a skipped one, a closing `0`, names and a title.
 * Option ids are candidate numbers; withdrawn candidates are left out and listed in `meta.withdrawn`. A whole weight is so many equal ballots, any other
 * a weight. `#` begins a comment. Throws a FileError with the line of what is wrong.
 */
export const parseBlt = (lines: Lines, name: string): Promise<Election> => feed(lines, bltReader(name));

/** The same reader, to be fed line by line. */
export function bltReader(name: string): LineReader<Election> {
  const box = ballotBox();
  const names: { text: string; line: number }[] = [];
  const withdrawn = new Set<number>();
  const meta: Record<string, string> = {};
  let size: { candidates: number; seats: number } | undefined;
  let closed = false;

  const readHeader = (text: string, line: number): void => {
    const parts = text.split(/\s+/);
    if (parts.length !== 2)
      throw new FileError(name, line, `expected the numbers of candidates and seats, found ${quote(text)}`);
    const candidates = readWhole(parts[0], { name, line, what: 'number of candidates' }, 1);
    refuseManyOptions(candidates, { name, line });
    size = { candidates, seats: readWhole(parts[1], { name, line, what: 'number of seats' }, 1) };
  };
  const readBallot = (text: string, line: number, candidates: number): void => {
    const place = { name, line, candidates };
    const parts = text.replace(/^\([^)]*\)\s*/, '').split(/\s+/);
    if (parts.every((part) => /^-\d+$/.test(part))) {
      for (const part of parts) withdrawn.add(candidateAt(part.slice(1), place));
    } else castLine(box, parts, place);
  };
  return {
    line(raw, number) {
      const text = closed ? raw.trim() : raw.replace(/#.*$/, '').trim();
      if (text === '') return;
      if (closed) names.push({ text, line: number });
      else if (text.startsWith('[')) meta[`line ${number}`] = text;
      else if (!size) readHeader(text, number);
      else if (text === '0') closed = true;
      else readBallot(text, number, size.candidates);
    },
    close(lastLine) {
      if (!size) throw new FileError(name, Math.max(1, lastLine), 'the numbers of candidates and seats are missing');
      if (!closed) throw new FileError(name, Math.max(1, lastLine), 'the ballots are not closed by a line 0');
      const { titles, title } = bltNames(names, size.candidates, name);
      if (title) meta.title = title;
      if (withdrawn.size > 0) meta.withdrawn = [...withdrawn].map((candidate) => candidate + 1).join(' ');
      return withoutWithdrawn({ titles, withdrawn, seats: size.seats, meta, box });
    },
  };
}

/** One ballot: a whole weight is so many equal ballots, any other weighs its one ballot. */
function castLine(box: BallotBox, parts: readonly string[], place: BallotPlace): void {
  const { name, line } = place;
  if (parts.at(-1) !== '0' || parts.length < 2) throw new FileError(name, line, 'a ballot does not end with 0');
  const weight = readRational(parts[0], { name, line, what: 'weight' });
  if (weight.top < 0n) throw new FileError(name, line, 'a weight is negative');
  const marks = readMarks(parts.slice(1, -1), place);
  if (weight.bottom === 1n && weight.top <= 0x7fffffffn) {
    if (weight.top > 0n) box.cast(marks, Number(weight.top));
  } else box.cast(marks, 1, weight);
}

interface BallotPlace {
  readonly name: string;
  readonly line: number;
  readonly candidates: number;
}

function candidateAt(text: string, { name, line, candidates }: BallotPlace): number {
  const number = readWhole(text, { name, line, what: 'candidate' }, 1);
  if (number > candidates) throw new FileError(name, line, `there is no candidate ${number}`);
  return number - 1;
}

function readMarks(parts: readonly string[], place: BallotPlace) {
  const options: number[] = [];
  const values: number[] = [];
  parts.forEach((part, i) => {
    if (part === '-') return;
    for (const number of part.split('=')) {
      options.push(candidateAt(number, place));
      values.push(i + 1);
    }
  });
  return { options, values, line: place.line };
}

interface Read {
  readonly titles: readonly string[];
  readonly withdrawn: ReadonlySet<number>;
  readonly seats: number;
  readonly meta: Record<string, string>;
  readonly box: BallotBox;
}

function withoutWithdrawn({ titles, withdrawn, seats, meta, box }: Read): Election {
  const places = new Map<number, number>();
  const options = titles.flatMap((title, i) => {
    if (withdrawn.has(i)) return [];
    places.set(i, places.size);
    return [{ id: String(i + 1), ...(title && { name: title }) }];
  });
  const ballots = box.close();
  if (withdrawn.size === 0) return { kind: 'ranked', options, ballots, seats, meta };
  const kept = ballotBox();
  for (let row = 0; row < ballots.size; row++) {
    const marks = { options: [] as number[], values: [] as number[], line: ballots.line?.[row] };
    for (let at = ballots.start[row]; at < ballots.start[row + 1]; at++) {
      const place = places.get(ballots.option[at]);
      if (place === undefined) continue;
      marks.options.push(place);
      marks.values.push(ballots.value[at]);
    }
    kept.cast(marks, ballots.times[row], ballots.weight && ballots.weights?.[ballots.weight[row]]);
  }
  return { kind: 'ranked', options, ballots: kept.close(), seats, meta };
}
