import { feedChunks } from '../formats/lines.ts';
import { poolReader, quotaReader } from '../formats/pool.ts';
import { openFile } from '../formats/read-election.ts';
import type { Arguments } from './arguments.ts';
import { UsageError } from './usage-error.ts';

/** `tally panel POOL.csv QUOTAS.csv --size N --seed S`. */
export async function panelCommand({ operands, values }: Arguments): Promise<string> {
  const [poolFile, quotaFile, ...others] = operands;
  if (quotaFile === undefined || others.length > 0) throw new UsageError('tally panel needs POOL.csv and QUOTAS.csv');
  if (values.size === undefined || values.seed === undefined)
    throw new UsageError('tally panel needs --size N --seed S');
  const quotas = await feedChunks(await openFile(quotaFile), quotaFile, quotaReader(quotaFile));
  await feedChunks(await openFile(poolFile), poolFile, poolReader(poolFile, quotas));
  throw new UsageError('panels cannot be drawn here');
}
