import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { consensusOf, groupAwareConsensus } from './consensus.ts';
import { priority } from './priority.ts';
import { representativeOf } from './representative.ts';
import { type Tally, together } from './tallies.ts';

const stories = JSON.parse(readFileSync(new URL('../../vectors/groups/statements.json', import.meta.url), 'utf8'));

describe('what speaks for a group', () => {
  for (const { story, tallies, expect: expected } of stories) {
    it(story, () => {
      const [first] = representativeOf(tallies, 0);
      expect(first.side).toBe(expected.side);
      for (const name of ['probability', 'ratio', 'probabilityTest', 'ratioTest'] as const) {
        expect(first[name]).toBeCloseTo(expected[name], 4);
      }
      const column: Tally[] = tallies.map((group: Tally[]) => group[0]);
      expect(groupAwareConsensus(column)).toBeCloseTo(expected.groupAwareConsensus, 4);
      expect(consensusOf([together(column)]).map((one) => one.side)).toEqual(expected.consensus);
    });
  }

  it('never says that a group thinks something about a statement it has not seen', () => {
    const unseen = { agree: 0, disagree: 0, seen: 0 };
    expect(representativeOf([[unseen], [{ agree: 3, disagree: 1, seen: 4 }]], 0)).toEqual([]);
  });
});

describe('what to ask next', () => {
  it('asks a new statement before one that everybody has seen, and one that sorts people before one that does not', () => {
    const fresh = { agree: 1, disagree: 1, seen: 2 };
    const known = { agree: 20, disagree: 20, seen: 40 };
    expect(priority(fresh, 1)).toBeGreaterThan(priority(known, 1));
    expect(priority(known, 2)).toBeGreaterThan(priority(known, 1));
  });

  it('asks a statement about the person at 49, whatever its marks', () => {
    expect(priority({ agree: 3, disagree: 3, seen: 9 }, 5, true)).toBe(49);
  });

  it('gives 5.0625 for a statement that nobody has seen: ((1 − 1/2) · 1 · 1/2 · 9)²', () => {
    expect(priority({ agree: 0, disagree: 0, seen: 0 }, 0)).toBeCloseTo(5.0625, 12);
  });
});
