import { cases } from './cases.ts';

/** Counts one case several times in a process of its own, so that its peak memory is its own, and prints what it took. */
const [index, runs] = process.argv.slice(2).map(Number);
const { ballots, count } = await cases[index].prepare();
const milliseconds: number[] = [];
for (let run = 0; run < runs; run++) {
  const before = process.cpuUsage();
  await count();
  const { user, system } = process.cpuUsage(before);
  milliseconds.push((user + system) / 1000);
}
milliseconds.sort((a, b) => a - b);
const median = milliseconds[Math.floor(runs / 2)];
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ ballots, median, slowest: milliseconds[runs - 1], megabytes }));
