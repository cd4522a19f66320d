import { FileError } from '../formats/file-error.ts';
import { feedChunks } from '../formats/lines.ts';
import { poolReader, quotaReader } from '../formats/pool.ts';
import { openFile } from '../formats/read-election.ts';
import { sayCountingError } from '../formats/say-counting-error.ts';
import { CountingError } from '../outcome.ts';
import { drawPanel, type Panel, type PanelOptions } from '../panel.ts';
import type { Arguments } from './arguments.ts';
import { watching } from './progress.ts';
import { UsageError } from './usage-error.ts';

/** `tally panel POOL.csv QUOTAS.csv --size N --seed S`: draws a panel that anyone can draw again. */
export async function panelCommand({ operands, values, options, json }: Arguments): Promise<string> {
  const [poolFile, quotaFile, ...others] = operands;
  if (quotaFile === undefined || others.length > 0) throw new UsageError('tally panel needs POOL.csv and QUOTAS.csv');
  const settings = panelOptions(values, options);
  const quotas = await feedChunks(await openFile(quotaFile), quotaFile, quotaReader(quotaFile));
  return watching(poolFile, async ({ chunks, say }) => {
    const pool = await feedChunks(chunks, poolFile, poolReader(poolFile, quotas));
    say(`drawing ${settings.size} of ${pool.length} people`);
    try {
      const panel = await drawPanel(pool, quotas, settings);
      return json ? `${JSON.stringify(panel)}\n` : showPanel(panel);
    } catch (error) {
      if (!(error instanceof CountingError)) throw error;
      const file = error.reason.startsWith('quota') ? quotaFile : poolFile;
      throw new FileError(file, 1, sayCountingError(error));
    }
  });
}

function panelOptions(values: Arguments['values'], options: Arguments['options']): PanelOptions {
  const { size, seed } = values;
  if (size === undefined || seed === undefined) throw new UsageError('tally panel needs --size N --seed S');
  if (!/^[1-9]\d{0,5}$/.test(size)) throw new UsageError(`--size ${size} is not a whole number above zero`);
  if (seed === '') throw new UsageError('the seed is empty');
  const { method = 'leximin', ...unknown } = options;
  const [other] = Object.keys(unknown);
  if (other !== undefined) throw new UsageError(`panel has no option ${other}; it has method`);
  if (method !== 'leximin' && method !== 'lottery') throw new UsageError(`method=${method} is not leximin or lottery`);
  return { size: Number(size), seed, method };
}

function showPanel({ panel, method, seed, poolHash, minimum, maximum, estimated }: Panel): string {
  return [
    `Panel     ${panel.join(' ')}`,
    `Drawn     ${method}, seed ${seed}, pool ${poolHash}`,
    `Chances   from ${minimum} to ${maximum}${estimated ? ' (estimated)' : ''}`,
    '',
  ].join('\n');
}
