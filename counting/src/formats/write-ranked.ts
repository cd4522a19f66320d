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

/** Grades in the PrefLib format .cat, the best word first. Other ballots, weights and ballots that leave an option out are refused with a RangeError. */
export function writeCategories({ kind, options, ballots, scale = [] }: Election): string {
  if (kind !== 'grades') throw new RangeError(`categories are no ${kind} ballots`);
  if (ballots.weight) throw new RangeError('PrefLib has no weights');
  const rows = Array.from({ length: ballots.size }, (_, row) => {
    const groups: number[][] = scale.map(() => []);
    for (let at = ballots.start[row]; at < ballots.start[row + 1]; at++) {
      groups[scale.length - 1 - ballots.value[at]].push(ballots.option[at] + 1);
    }
    return `${ballots.times[row]}: ${groups.map((group) => `{${group.join(',')}}`).join(',')}`;
  });
  return [
    '# DATA TYPE: cat',
    `# NUMBER ALTERNATIVES: ${options.length}`,
    `# NUMBER VOTERS: ${ballots.times.reduce((sum, times) => sum + times, 0)}`,
    `# NUMBER CATEGORIES: ${scale.length}`,
    ...scale.toReversed().map((word, i) => `# CATEGORY NAME ${i + 1}: ${word}`),
    ...options.map(({ id, name }, i) => `# ALTERNATIVE NAME ${i + 1}: ${name ?? id}`),
    ...rows,
    '',
  ].join('\n');
}

/** A Debian tally sheet: the n-th sign of a line is the rank of option n. More than 35 ranks, weights and other ballots are refused with a RangeError. */
export function writeDebian(election: Election): string {
  const numbered = onlyRanked(election, 'a tally sheet');
  const { options, ballots } = numbered;
  if (ballots.weight) throw new RangeError('a tally sheet has no weights');
  const lines = Array.from({ length: ballots.size }, (_, row) => {
    const signs = options.map(() => '-');
    for (let at = ballots.start[row]; at < ballots.start[row + 1]; at++) {
      if (ballots.value[at] > 35) throw new RangeError('a tally sheet has no more than 35 ranks');
      if (signs[ballots.option[at]] === '-') signs[ballots.option[at]] = ballots.value[at].toString(36).toUpperCase();
    }
    return Array(ballots.times[row])
      .fill(`V: ${signs.join('')}`)
      .join('\n');
  });
  const legend = options.map(({ id, name }, i) => `  Option ${i + 1}---->: ${name ?? id}`);
  return ['Tally Sheet for the votes cast.', '', ...legend, '', ...lines, ''].join('\n');
}

/** The same election with its options called 1, 2, 3 …, as these formats need. */
function onlyRanked(election: Election, format: string): Election {
  if (election.kind !== 'ranked') throw new RangeError(`${format} has no ${election.kind} ballots`);
  return { ...election, options: election.options.map((option, i) => ({ ...option, id: String(i + 1) })) };
}
