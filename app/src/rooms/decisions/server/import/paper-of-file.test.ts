import type { Election } from '@sofra/counting';
import { electionOf } from '@sofra/counting';
import { describe, expect, it } from 'vitest';
import { methodOfFile } from './paper-of-file.ts';

const file = (meta: Record<string, string>): Election => ({
  ...electionOf({ kind: 'approval', options: [{ id: 'a', cost: '1' }], budget: '1', ballots: [] }),
  meta,
});
const optionsOf = (meta: Record<string, string>) => methodOfFile(file(meta)).methodOptions;

describe('how a town counted', () => {
  it('greedy stops at what does not fit only where the town says so', () => {
    expect(optionsOf({ rule: 'greedy' }).misfit).toBe('skip');
    expect(optionsOf({ rule: 'greedy-exclusive' }).misfit).toBe('skip');
    for (const rule of ['greedy-no-skip', 'greedy-custom']) expect(optionsOf({ rule }).misfit).toBe('stop');
  });

  it('a threshold holds wherever the file states one', () => {
    expect(optionsOf({ rule: 'greedy-custom', min_project_score_threshold: '50' }).scoreAtLeast).toBe('50');
    expect(optionsOf({ rule: 'greedy', min_project_score_threshold: '' })).not.toHaveProperty('scoreAtLeast');
  });

  it('Equal Shares is completed, and compared, as the rule is called', () => {
    expect(optionsOf({ rule: 'equalshares' })).toEqual({ completion: 'none' });
    expect(optionsOf({ rule: 'equalshares/add1' })).toEqual({ completion: 'add1', exhaustive: 'yes' });
    expect(optionsOf({ rule: 'equalshares/add1-comparison' })).toEqual({
      completion: 'add1',
      exhaustive: 'no',
      comparison: 'yes',
    });
  });
});
