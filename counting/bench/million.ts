/**
 * A million ballots on 300 options, read as a stream and counted: `node bench/million.ts [ballots] [marks a ballot, about]`.
 * Prints seconds and the peak of memory; the limit stated in the README is 3 GB.
 */
import { readElection } from '../src/formats/index.ts';
import { score } from '../src/score.ts';

const options = 300;
const [ballots = 1_000_000, marks = 30] = process.argv.slice(2).map(Number);
/** Steps from mark to mark are 1 … gap, so that a ballot has about as many marks as asked. */
const gap = Math.max(1, Math.round((2 * options) / marks) - 1);

function* file(): Generator<string> {
  let state = 1;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
  yield 'META\nkey;value\nbudget;1000000\nvote_type;scoring\nrule;greedy\nPROJECTS\nproject_id;cost\n';
  for (let i = 0; i < options; i++) yield `${i};${10_000 + i}\n`;
  yield 'VOTES\nvoter_id;vote;points\n';
  for (let voter = 0; voter < ballots; voter++) {
    const chosen: number[] = [];
    for (let at = below(gap); at < options; at += 1 + below(gap)) chosen.push(at);
    yield `${voter};${chosen.join(',')};${chosen.map(() => below(10)).join(',')}\n`;
  }
}

const began = process.cpuUsage();
const election = await readElection(file(), 'million.pb');
const read = process.cpuUsage(began);
const outcome = score(election, { seats: 10 });
const whole = process.cpuUsage(began);
const seconds = ({ user, system }: NodeJS.CpuUsage): string => ((user + system) / 1e6).toFixed(1);
console.log(`${outcome.counted} ballots, ${election.ballots.option.length} marks in ${election.ballots.size} rows`);
console.log(`read ${seconds(read)} s, counted ${(Number(seconds(whole)) - Number(seconds(read))).toFixed(1)} s (CPU)`);
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
