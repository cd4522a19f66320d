import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Case, cases } from './cases.ts';

/**
 * Counts every case in a process of its own and prints a line for each as it comes: median CPU time of five runs (of the whole process, and
 * of the thread that counts: the engine compiles and tidies up in others), ballots per CPU second, peak memory of the whole process.
 * At the end it prints the rows of the two tables of the README, ready to be put there.
 * `npm run bench -- lodz` keeps the cases that contain the word, `--runs 3` changes the runs.
 */
const words = process.argv.slice(2);
const at = words.indexOf('--runs');
const runs = at < 0 ? 5 : Number(words.splice(at, 2)[1]);
const one = fileURLToPath(new URL('one.ts', import.meta.url));

interface Result extends Case {
  readonly ballots: number;
  readonly cpu: number;
  readonly own: number;
  readonly megabytes: number;
}

const widths = [26, 52, 9, 11, 11, 12, 9];
const row = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' ');

function measure(each: Case, index: number): Result {
  const child = spawnSync(process.execPath, [one, String(index), String(runs)], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${each.method} ${each.on}: ${child.stderr}`);
  const result = { ...each, ...JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '') };
  const { method, on, ballots, cpu, own, megabytes } = result;
  const speed = String(Math.round((ballots / cpu) * 1000));
  console.log(row([method, on, String(ballots), cpu.toFixed(1), own.toFixed(1), speed, megabytes.toFixed(0)]));
  return result;
}

const thousands = (value: number): string => Math.round(value).toLocaleString('en');

/** The rows of the first table: what was counted, on what, and what others take. */
const realRows = (results: readonly Result[]): string[] =>
  results.map(
    ({ method, on, ballots, cpu, own, against = '' }) =>
      `| ${method} | ${on} | ${thousands(ballots)} | ${thousands(cpu)} | ${thousands(own)} | ${against} |`,
  );

/** The rows of the second table: one method on 10⁴, 10⁵ and 10⁶ ballots each. */
const growthRows = (results: readonly Result[]): string[] =>
  [...Map.groupBy(results, ({ method, on }) => `${method} (${on.split(' × ')[1]})`)].map(([name, sizes]) => {
    const [first, middle, last] = sizes.map(({ cpu }) => cpu);
    const growth = last === undefined ? '' : (last / middle).toFixed(1);
    return `| ${[name, ...[first, middle, last].map((cpu) => (cpu === undefined ? '' : thousands(cpu))), growth].join(' | ')} |`;
  });

console.log(row(['method', 'on', 'ballots', 'CPU ms', 'thread ms', 'ballots/s', 'MB']));
const results = cases.flatMap((each, index) => {
  const title = `${each.method} ${each.on}`.toLowerCase();
  return words.every((word) => title.includes(word.toLowerCase())) ? [measure(each, index)] : [];
});
const table = (head: string, rows: readonly string[]): void => {
  const columns = head.split('|').length - 2;
  if (rows.length > 0) console.log(['', head, `|${'---|'.repeat(columns)}`, ...rows].join('\n'));
};
table(
  '| count | on | ballots | CPU ms | of it in its thread | against |',
  realRows(results.filter(({ grows }) => !grows)),
);
table('| made-up ballots | 10⁴ | 10⁵ | 10⁶ | 10⁶ ÷ 10⁵ |', growthRows(results.filter(({ grows }) => grows)));
