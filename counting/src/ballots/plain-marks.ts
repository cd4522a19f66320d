import type { BallotKind } from '../election.ts';
import { CountingError } from '../outcome.ts';
import { parseRational } from '../rational.ts';
import type { Marks } from './ballot-box.ts';
import type { PlainMarks } from './election-of.ts';

export interface MarkContext {
  readonly kind: BallotKind;
  readonly indexOf: ReadonlyMap<string, number>;
  readonly scale: readonly string[];
  readonly valueScale: number;
}

/** Marks by index: a ranked ballot ordered by rank, any other by option. */
export function marksOf(marks: PlainMarks, context: MarkContext): Marks {
  const pairs = Array.isArray(marks)
    ? listed(marks, context)
    : named(marks as Record<string, number | string>, context);
  if (context.kind === 'ranked') pairs.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  else pairs.sort((a, b) => a[0] - b[0]);
  return { options: pairs.map(([option]) => option), values: pairs.map(([, value]) => value) };
}

/** The smallest power of ten from `scale` up, at most a million, that makes all points of a ballot whole. Throws a CountingError when none does. */
export function finerScale(marks: PlainMarks, scale: number): number {
  let finer = scale;
  for (const points of Object.values(marks)) {
    while (!Number.isInteger(whole(points, finer))) {
      if (finer >= 1_000_000) throw new CountingError('points-too-fine', { points: String(points) });
      finer *= 10;
    }
  }
  return finer;
}

function whole(points: unknown, scale: number): number {
  try {
    const { top, bottom } = parseRational(String(points));
    const scaled = top * BigInt(scale);
    return scaled % bottom === 0n ? Number(scaled / bottom) : Number.NaN;
  } catch {
    throw new CountingError('not-a-number', { text: String(points).slice(0, 40) });
  }
}

type Pairs = [option: number, value: number][];

function listed(marks: readonly unknown[], { kind, indexOf }: MarkContext): Pairs {
  if (kind !== 'approval' && kind !== 'ranked') throw new CountingError('marks-need-values', { kind });
  const pairs: Pairs = [];
  const seen = new Set<number>();
  marks.forEach((mark, i) => {
    for (const id of Array.isArray(mark) ? mark : mark === null ? [] : [mark]) {
      const option = indexAt(indexOf, id);
      if (kind === 'approval' && seen.has(option)) continue;
      seen.add(option);
      pairs.push([option, kind === 'approval' ? 1 : i + 1]);
    }
  });
  return pairs;
}

function named(
  marks: Readonly<Record<string, number | string>>,
  { kind, indexOf, scale, valueScale }: MarkContext,
): Pairs {
  return Object.entries(marks).map(([id, mark]) => {
    const option = indexAt(indexOf, id);
    if (kind === 'grades' || kind === 'consent') {
      const grade = scale.indexOf(String(mark));
      if (grade < 0) throw new CountingError('grade-unknown', { grade: String(mark) });
      return [option, grade];
    }
    const value = whole(mark, valueScale);
    if (!Number.isInteger(value)) throw new CountingError('not-a-number', { text: String(mark) });
    return [option, value];
  });
}

function indexAt(indexOf: ReadonlyMap<string, number>, id: unknown): number {
  const index = indexOf.get(String(id));
  if (index === undefined) throw new CountingError('option-unknown', { option: String(id).slice(0, 40) });
  return index;
}
