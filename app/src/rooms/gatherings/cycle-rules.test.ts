import { describe, expect, it } from 'vitest';
import { findingOf, shownMoney } from './cycle-rules.ts';

const women = { kind: 'share', attribute: 'gender', group: 'woman', least: 40 } as const;
const spread = { kind: 'spread', attribute: 'settlement', group: 'Zaselak', least: 3 } as const;
const roma = { kind: 'spread', attribute: 'ethnicity', group: 'Rom', least: 2 } as const;
const at = (seated: number, said: number, ofGroup: number) => ({ seated, said, ofGroup });

describe('a share of those seated', () => {
  it('is met only when it holds whatever the silent ones are', () => {
    // 4 of 10 said so: 40 %, and the four who said nothing cannot lower it.
    expect(findingOf(women, [at(6, 4, 3), at(4, 2, 1)])).toBe('met');
    // 3 of 10: with the four silent ones it could be 7.
    expect(findingOf(women, [at(6, 4, 2), at(4, 2, 1)])).toBe('not-known');
  });
  it('is not met only when it could not hold whatever they are', () => {
    // 2 of 10 and one silent: 3 at most.
    expect(findingOf(women, [at(6, 6, 1), at(4, 3, 1)])).toBe('not-met');
  });
  it('is not known while fewer than five said anything', () => {
    expect(findingOf(women, [at(4, 4, 4)])).toBe('not-known');
    expect(findingOf(women, [at(9, 4, 4)])).toBe('not-known');
    expect(findingOf(women, [])).toBe('not-known');
  });
});

describe('a group spread over tables', () => {
  it('is met when it sits at so many, and not met when it could not', () => {
    expect(findingOf(spread, [at(5, 5, 2), at(5, 5, 2), at(5, 5, 1)])).toBe('met');
    expect(findingOf(spread, [at(5, 5, 5), at(5, 5, 0), at(5, 5, 0)])).toBe('not-met');
    expect(findingOf(spread, [at(5, 5, 5), at(5, 5, 1), at(5, 3, 0)])).toBe('not-known');
  });
  it('is not known of a group so small that its members could be found, eleven for ethnicity', () => {
    expect(findingOf(spread, [at(9, 9, 2), at(9, 9, 1), at(9, 9, 1)])).toBe('not-known');
    expect(findingOf(roma, [at(20, 20, 5), at(20, 20, 5)])).toBe('not-known');
    expect(findingOf(roma, [at(20, 20, 6), at(20, 20, 5)])).toBe('met');
  });
});

it('money of several sources is one sum for each tier and currency, and agreed sources stand by name', () => {
  const line = { tier: 'local', source: 'A', currency: 'RSD', named: false };
  expect(
    shownMoney([
      { ...line, amount: 10 },
      { ...line, source: 'B', amount: 5 },
      { ...line, source: 'C', amount: 7, named: true },
      { ...line, tier: 'national', source: 'D', amount: 1 },
    ]),
  ).toEqual([
    { tier: 'local', source: 'C', amount: 7, currency: 'RSD' },
    { tier: 'local', source: null, amount: 15, currency: 'RSD' },
    { tier: 'national', source: null, amount: 1, currency: 'RSD' },
  ]);
});
