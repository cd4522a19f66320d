import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cases } from './cases.ts';

/**
 * Prints a table: method, ballots, median CPU time of five runs (and the slowest, which is mostly the first), ballots per CPU second,
 * and the peak memory of the whole process. `npm run bench -- lodz` keeps the rows that contain the word, `--runs 3` changes the runs.
 */
const words = process.argv.slice(2);
const at = words.indexOf('--runs');
const runs = at < 0 ? 5 : Number(words.splice(at, 2)[1]);
const one = fileURLToPath(new URL('one.ts', import.meta.url));

const widths = [26, 52, 9, 11, 11, 12, 9];
const row = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' ');

console.log(row(['method', 'on', 'ballots', 'median ms', 'slowest ms', 'ballots/s', 'MB']));
cases.forEach(({ method, on }, index) => {
  const title = `${method} ${on}`.toLowerCase();
  if (!words.every((word) => title.includes(word.toLowerCase()))) return;
  const child = spawnSync(process.execPath, [one, String(index), String(runs)], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${title}: ${child.stderr}`);
  const { ballots, median, slowest, megabytes } = JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '');
  const speed = Math.round((ballots / median) * 1000);
  console.log(
    row([method, on, String(ballots), median.toFixed(1), slowest.toFixed(1), String(speed), megabytes.toFixed(0)]),
  );
});
