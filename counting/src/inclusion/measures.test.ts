import { describe, expect, it } from 'vitest';
import { spread } from '../spread.ts';
import { adviseRule } from './advice.ts';
import { funnel } from './funnel.ts';
import { influence, leadership, representation, voice } from './measures.ts';

describe('representation (I1)', () => {
  it('compares the share of those who said with the population and keeps who did not say apart', () => {
    const women = representation({ group: 12, rest: 28, unknown: 10 }, 0.5);
    expect(women).toEqual({ value: 0.6, n: 40, coverage: 0.8, threshold: 0.8, signal: true });
  });

  it('measures nothing where nobody said, and does not signal', () => {
    expect(representation({ group: 0, rest: 0, unknown: 9 }, 0.5)).toMatchObject({
      value: null,
      coverage: 0,
      signal: null,
    });
  });

  it('refuses a benchmark that is no share of a population', () => {
    expect(() => representation({ group: 1, rest: 1, unknown: 0 }, 0)).toThrow('not-a-share');
  });
});

describe('voice and influence (I2, I3)', () => {
  it('signals a group that speaks half as long a head as the rest', () => {
    const sides = { group: { amount: 300, of: 10 }, rest: { amount: 600, of: 10 } };
    expect(voice(sides)).toMatchObject({ value: 0.5, n: 20, coverage: 1, signal: true });
  });

  it('does not signal a gap above its threshold', () => {
    const sides = { group: { amount: 3, of: 4 }, rest: { amount: 9, of: 10 } };
    expect(influence(sides)).toMatchObject({ signal: false });
    expect(influence(sides).value).toBeCloseTo(0.8333, 3);
  });

  it('measures nothing when the rest had no proposal adopted', () => {
    expect(influence({ group: { amount: 1, of: 2 }, rest: { amount: 0, of: 5 } }).value).toBeNull();
  });
});

describe('leadership (I4)', () => {
  it('signals a panel of three with none of the group', () => {
    expect(leadership({ group: 0, rest: 3, unknown: 0 }).signal).toBe(true);
    expect(leadership({ group: 1, rest: 2, unknown: 0 })).toMatchObject({ signal: false, n: 3 });
  });

  it('does not signal a pair, nor while the missing voice may be among the unknown', () => {
    expect(leadership({ group: 0, rest: 2, unknown: 0 }).signal).toBe(false);
    expect(leadership({ group: 0, rest: 2, unknown: 1 }).signal).toBeNull();
  });
});

describe('funnel (I5)', () => {
  it('names the step where the group is lost', () => {
    const measure = funnel([
      { stage: 'invited', group: 100, rest: 100 },
      { stage: 'attended', group: 40, rest: 50 },
      { stage: 'spoke', group: 10, rest: 40 },
      { stage: 'leads', group: 1, rest: 4 },
    ]);
    expect(measure.steps.map((step) => step.ratio)).toEqual([0.8, 0.3125, 1]);
    expect(measure.lostAt).toBe('spoke');
  });

  it('loses nobody where the group goes on like the rest', () => {
    expect(
      funnel([
        { stage: 'invited', group: 4, rest: 2 },
        { stage: 'came', group: 2, rest: 1 },
      ]).lostAt,
    ).toBeNull();
    expect(funnel([]).lostAt).toBeNull();
  });
});

describe('concentration (I6)', () => {
  it('gives Gini 0.717 for 40, 10, 5, 3, 1, 1, 0, 0', () => {
    expect(spread([40, 10, 5, 3, 1, 1, 0, 0]).gini).toBeCloseTo(0.717, 3);
  });
});

describe('rule advice (I7)', () => {
  it('suggests consent or unanimity and speaking in turn when women are fewer than half under majority', () => {
    expect(adviseRule({ women: 2, others: 3 }, 'majority')).toEqual({
      suggest: ['consent', 'unanimity', 'round-robin'],
      reason: 'few-women-under-majority',
      share: 0.4,
    });
    expect(adviseRule({ women: 2, others: 3 }, 'consent').suggest).toEqual(['round-robin']);
  });

  it('leaves majority alone when women are half or more', () => {
    expect(adviseRule({ women: 3, others: 3 }, 'majority').suggest).toEqual([]);
  });
});
