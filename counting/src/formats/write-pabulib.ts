import type { Election } from '../election.ts';
import { type Rational, showAmount } from '../rational.ts';
import { writeCell } from './cells.ts';

const voteTypes = { approval: 'approval', cumulative: 'cumulative', score: 'scoring', ranked: 'ordinal' } as const;

/** An election of a budget in the Pabulib format. Voters are numbered from 1; what the file cannot say (weights) is refused with a RangeError. */
export function writePabulib(election: Election): string {
  const { kind, options, ballots, budget, meta = {} } = election;
  if (kind === 'grades' || kind === 'consent') throw new RangeError(`Pabulib has no ${kind} ballots`);
  if (ballots.weight) throw new RangeError('Pabulib has no weights');
  if (kind === 'ranked' && !inPlainOrder(ballots)) throw new RangeError('Pabulib has no equal and no skipped ranks');
  const points = kind === 'cumulative' || kind === 'score';
  const columns = [...new Set(options.flatMap(({ facts = {} }) => Object.keys(facts)))];
  const voters = ballots.times.reduce((sum, times) => sum + times, 0);
  const head: Record<string, string> = {
    ...meta,
    num_projects: String(options.length),
    num_votes: String(voters),
    ...(budget && { budget: decimal(budget) }),
    vote_type: meta.vote_type && kind === 'approval' ? meta.vote_type : voteTypes[kind],
  };
  const line = (...cells: readonly string[]): string => cells.map((cell) => writeCell(cell, ';')).join(';');
  const exclusive = options.some((option) => option.excludes) ? ['exclusive'] : [];
  const rows = options.map(({ id, cost, name = '', excludes = '', facts = {} }) =>
    line(
      id,
      cost ? decimal(cost) : '0',
      name,
      ...exclusive.map(() => excludes),
      ...columns.map((column) => facts[column] ?? ''),
    ),
  );
  return [
    'META',
    'key;value',
    ...Object.entries(head).map(([key, value]) => line(key, value)),
    'PROJECTS',
    line('project_id', 'cost', 'name', ...exclusive, ...columns),
    ...rows,
    'VOTES',
    points ? 'voter_id;vote;points' : 'voter_id;vote',
    ...voteLines(election, points),
    '',
  ].join('\n');
}

/** Whether every ballot ranks one option after another, from rank 1 without a gap. */
function inPlainOrder({ size, start, value }: Election['ballots']): boolean {
  for (let row = 0; row < size; row++) {
    for (let at = start[row]; at < start[row + 1]; at++) if (value[at] !== 1 + at - start[row]) return false;
  }
  return true;
}

function* voteLines({ options, ballots, valueScale = 1 }: Election, points: boolean): Generator<string> {
  let voter = 0;
  for (let row = 0; row < ballots.size; row++) {
    const [from, end] = [ballots.start[row], ballots.start[row + 1]];
    const ids = Array.from(ballots.option.subarray(from, end), (option) => options[option].id).join(',');
    const given = Array.from(ballots.value.subarray(from, end), (value) => value / valueScale).join(',');
    for (let i = 0; i < ballots.times[row]; i++) yield `${++voter};${ids}${points ? `;${given}` : ''}`;
  }
}

/** Money as a decimal; an amount that no decimal says exactly is refused with a RangeError. */
function decimal(amount: Rational): string {
  const text = showAmount(amount);
  if (text.includes('/')) throw new RangeError(`${text} is no decimal`);
  return text;
}
