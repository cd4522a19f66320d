import { readdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runTally } from '../commands/run.ts';
import { readElectionFile } from '../formats/index.ts';
import { realData } from './folder.ts';

const budgets = realData('budgets');
/** Larger files are counted by the benchmark. */
const largest = 1_000_000;

describe.skipIf(!budgets)('tally count on real budgets', () => {
  it('gives by the rule of the file what the town decided, wherever the town said it', async () => {
    const files = readdirSync(budgets ?? '.').filter((name) => name.endsWith('.pb'));
    let told = 0;
    for (const file of files.filter((name) => statSync(`${budgets}/${name}`).size < largest)) {
      const path = `${budgets}/${file}`;
      const { options, meta } = await readElectionFile(path);
      const selected = options.filter(({ facts }) => facts?.selected === '1').map(({ id }) => id);
      if (selected.length === 0) continue;
      told++;
      const { stdout, stderr } = await runTally(['count', path, '--json']);
      expect({ file, stderr }).toEqual({ file, stderr: '' });
      const outcome = JSON.parse(stdout);
      expect({ file, rule: meta?.rule, winners: outcome.winners.toSorted() }).toEqual({
        file,
        rule: meta?.rule,
        winners: selected.toSorted(),
      });
    }
    expect(told).toBeGreaterThan(0);
  });
});
