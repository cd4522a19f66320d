import { rename, writeFile } from 'node:fs/promises';
import type { Election } from '../election.ts';
import { FileError } from '../formats/file-error.ts';
import { writeJson } from '../formats/json.ts';
import { readElection } from '../formats/read-election.ts';
import { writePabulib } from '../formats/write-pabulib.ts';
import { writeBlt, writeCategories, writeDebian, writePreflib } from '../formats/write-ranked.ts';
import type { Arguments } from './arguments.ts';
import { watching } from './progress.ts';
import { UsageError } from './usage-error.ts';

const writers: Readonly<Record<string, (election: Election) => string>> = {
  json: writeJson,
  pb: writePabulib,
  blt: writeBlt,
  soc: writePreflib,
  soi: writePreflib,
  toc: writePreflib,
  toi: writePreflib,
  cat: writeCategories,
  txt: writeDebian,
};

/** `tally convert IN OUT`: the ending of OUT says the format. OUT appears whole or not at all. */
export async function convertCommand({ operands }: Arguments): Promise<string> {
  const [from, to, ...others] = operands;
  if (to === undefined || others.length > 0) throw new UsageError('tally convert needs IN and OUT');
  const ending = to.slice(to.lastIndexOf('.') + 1).toLowerCase();
  if (!Object.hasOwn(writers, ending)) throw new UsageError(`OUT must end in ${Object.keys(writers).join(' ')}`);
  const election = await watching(from, ({ chunks }) => readElection(chunks, from));
  try {
    const text = writers[ending](election);
    await writeFile(`${to}.part`, text);
    await rename(`${to}.part`, to);
  } catch (error) {
    if (error instanceof RangeError) throw new FileError(from, 1, error.message);
    throw new FileError(to, 1, `cannot be written: ${error instanceof Error ? error.message : 'unknown reason'}`);
  }
  return `${election.ballots.times.reduce((sum, times) => sum + times, 0)} ballots written to ${to}\n`;
}
