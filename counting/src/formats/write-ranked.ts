import type { Election } from '../election.ts';
import { showRational } from '../rational.ts';
import { ranks, writtenMarks } from './written-marks.ts';

/** Ranked ballots in the BLT format; candidates are numbered in the order of the options. Other ballots are refused with a RangeError. */
export function writeBlt(election: Election): string {
  const numbered = onlyRanked(election, 'BLT');
  const rows = writtenMarks(numbered).map(({ times, weight }, row) => {
    const marks = ranks(numbered, row).map((level) => (level === null ? '-' : [level].flat().join('=')));
    if (weight && weight.bottom !== 1n && times > 1)
      return Array(times)
        .fill([showRational(weight), ...marks, '0'].join(' '))
        .join('\n');
    const shown = weight ? showRational({ top: weight.top * BigInt(times), bottom: weight.bottom }) : times;
    return [shown, ...marks, '0'].join(' ');
  });
  const names = election.options.map(({ id, name }) => `"${name ?? id}"`);
  return [
    `${election.options.length} ${election.seats ?? 1}`,
    ...rows,
    '0',
    ...names,
    `"${election.meta?.title ?? ''}"`,
    '',
  ].join('\n');
}

/** Ranked ballots in the PrefLib format (.soc .soi .toc .toi, by what the ballots are). Weights are refused with a RangeError. */
export function writePreflib(election: Election): string {
  const numbered = onlyRanked(election, 'PrefLib');
  if (numbered.ballots.weight) throw new RangeError('PrefLib has no weights');
  const orders = writtenMarks(numbered).map(({ times }, row) => {
    const levels = ranks(numbered, row).filter((level) => level !== null);
    return {
      times,
      levels,
      text: levels.map((level) => (Array.isArray(level) ? `{${level.join(',')}}` : level)).join(','),
    };
  });
  const tied = orders.some(({ levels }) => levels.some(Array.isArray));
  const complete = orders.every(({ levels }) => levels.flat().length === election.options.length);
  const voters = orders.reduce((sum, { times }) => sum + times, 0);
  return [
    `# TITLE: ${election.meta?.title ?? ''}`,
    `# DATA TYPE: ${tied ? 'to' : 'so'}${complete ? 'c' : 'i'}`,
    `# NUMBER ALTERNATIVES: ${election.options.length}`,
    `# NUMBER VOTERS: ${voters}`,
    `# NUMBER UNIQUE ORDERS: ${orders.length}`,
    ...election.options.map(({ id, name }, i) => `# ALTERNATIVE NAME ${i + 1}: ${name ?? id}`),
    ...orders.map(({ times, text }) => `${times}: ${text}`),
    '',
  ].join('\n');
}

/** The same election with its options called 1, 2, 3 …, as these formats need. */
function onlyRanked(election: Election, format: string): Election {
  if (election.kind !== 'ranked') throw new RangeError(`${format} has no ${election.kind} ballots`);
  return { ...election, options: election.options.map((option, i) => ({ ...option, id: String(i + 1) })) };
}
