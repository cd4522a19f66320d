import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainCharter } from '#rooms/communities/index.ts';
import { type AttributeFacts, approves, measureApproval, measureGroup } from './inclusion-rules.ts';
import { type GroupRule, groupRulesOf } from './inclusion-words.ts';

const turnout: GroupRule = {
  rule: 'turnout',
  attribute: 'age',
  group: 'young',
  percent: 60,
  second: 40,
  subject: null,
};
const women: GroupRule = { ...turnout, rule: 'share', attribute: 'gender', group: 'woman', percent: 40, second: 30 };
const known = (of: { roll: [number, number]; took: [number, number] }, group = 'young'): AttributeFacts => {
  const sums = ([whole, part]: [number, number]) => [
    { group, count: part },
    { group: 'rest', count: whole - part },
  ];
  return {
    onRoll: of.roll[0],
    tookPart: of.took[0],
    roll: sums(of.roll),
    took: sums(of.took),
    benchmark: [],
  };
};

describe('the part of a group among those who voted (measures.md, I8)', () => {
  it('six of twenty are 60 percent of a general turnout of 50 of 100 and enough; five are not', () => {
    expect(measureGroup(turnout, known({ roll: [100, 20], took: [50, 6] }))).toMatchObject({
      result: 'met',
      against: 'roll',
    });
    expect(measureGroup(turnout, known({ roll: [100, 20], took: [50, 5] }))).toMatchObject({ result: 'missed' });
  });

  it('every story that anyone may count by hand comes out as it is written there', () => {
    const file = new URL('../../../../counting/vectors/inclusion/quorum.json', import.meta.url);
    const stories: {
      facts: { entitled: number; voted: number; groups: { group: string; entitled: number; voted: number }[] };
      rules: { shareOfVoters?: Record<string, string> };
      expect: { checks: [string, string | null, string][] };
    }[] = JSON.parse(readFileSync(file, 'utf8'));
    let tried = 0;
    for (const { facts, rules, expect: wanted } of stories)
      for (const { group, entitled, voted } of facts.groups) {
        const check = wanted.checks.find(([rule, of]) => of === group && rule !== 'approval');
        const rule = rules.shareOfVoters ? { ...women, group } : { ...turnout, group };
        const of = known({ roll: [facts.entitled, entitled], took: [facts.voted, voted] }, group);
        expect([group, measureGroup(rule, of).result]).toEqual([group, check?.[2]]);
        tried += 1;
      }
    expect(tried).toBeGreaterThan(4);
  });

  it('women are at least 40 percent at exactly 20 of 50, and not at 19', () => {
    expect(measureGroup(women, known({ roll: [100, 52], took: [50, 20] }, 'woman'))).toMatchObject({
      result: 'met',
      reached: 0.4,
      said: 50,
      ofGroup: 20,
    });
    expect(measureGroup(women, known({ roll: [100, 52], took: [50, 19] }, 'woman')).result).toBe('missed');
  });

  it('who did not say it counts as neither, and where fewer than half said it nothing is claimed', () => {
    const half = { ...known({ roll: [100, 52], took: [30, 12] }, 'woman'), tookPart: 60 };
    expect(measureGroup(women, half)).toMatchObject({ result: 'met', reached: 0.4, said: 30 });
    expect(measureGroup(women, { ...half, tookPart: 61 })).toMatchObject({ result: 'not-known', why: 'few-said' });
    const four = { ...known({ roll: [9, 5], took: [4, 0] }, 'woman'), tookPart: 4 };
    expect(measureGroup(women, four)).toMatchObject({ result: 'not-known', why: 'too-few' });
  });

  it('a group under eleven is not looked at, and fails nobody', () => {
    expect(measureGroup(turnout, known({ roll: [100, 10], took: [50, 0] }))).toMatchObject({
      result: 'not-known',
      why: 'small-group',
    });
  });

  it('is compared with the population where the roll has not said what it is', () => {
    const few: AttributeFacts = {
      ...known({ roll: [40, 8], took: [30, 5] }),
      onRoll: 100,
      benchmark: [{ group: 'young', count: 2000 }],
    };
    // 5 of 30 beside 20 percent of the place: 0.1667 ÷ 0.2 = 0.83.
    const result = measureGroup(turnout, few);
    expect(result).toMatchObject({ result: 'met', against: 'population' });
    expect(measureGroup(turnout, { ...few, took: [{ group: 'rest', count: 30 }] }).result).toBe('missed');
    expect(measureGroup(turnout, { ...few, benchmark: [] })).toMatchObject({
      result: 'not-known',
      why: 'nothing-to-compare',
    });
    expect(measureGroup(turnout, { ...few, benchmark: [{ group: 'young', count: 1000 }] })).toMatchObject({
      why: 'small-group',
    });
  });

  it('shows figures only where eleven or more stand behind each of them', () => {
    const few = measureGroup(women, known({ roll: [20, 10], took: [16, 6] }, 'woman'));
    expect(few.result).toBe('missed');
    expect(few).not.toHaveProperty('reached');
    expect(few).not.toHaveProperty('ofGroup');
    const silent = { ...known({ roll: [50, 25], took: [36, 18] }, 'woman'), tookPart: 38 };
    expect(measureGroup(women, silent)).not.toHaveProperty('reached');
  });

  it('stands beside the population (I1): 12 of 40 where half are women is 0.6', () => {
    const facts = {
      ...known({ roll: [50, 25], took: [40, 12] }, 'woman'),
      benchmark: [{ group: 'woman', count: 5000 }],
    };
    expect(measureGroup(women, facts)).toMatchObject({ population: 50, representation: 0.6 });
  });

  it('keeps the lower bar of the charter for a second round', () => {
    const facts = known({ roll: [100, 52], took: [50, 15] }, 'woman');
    expect(measureGroup(women, facts)).toMatchObject({ result: 'missed', needed: 40 });
    expect(measureGroup(women, facts, true)).toMatchObject({ result: 'met', needed: 30 });
  });
});

describe('approval inside a group that the subject touches', () => {
  const approval: GroupRule = { ...turnout, rule: 'approval', percent: 40, second: null, subject: 'water' };

  it('is met or missed without a share, and under eleven ballots not measured', () => {
    expect(measureApproval(approval, { ballots: 20, approving: 7 })).toEqual({
      ...{ rule: 'approval', attribute: 'age', group: 'young', subject: 'water', needed: 40 },
      result: 'missed',
    });
    expect(measureApproval(approval, { ballots: 20, approving: 8 }).result).toBe('met');
    expect(measureApproval(approval, { ballots: 10, approving: 0 })).toMatchObject({
      result: 'not-known',
      why: 'few-ballots',
    });
    expect(measureApproval(approval, undefined).result).toBe('not-known');
  });

  it('a ballot approves by its mark, by agreeing, or by half of the points', () => {
    const paper = (ballotKind: 'approval' | 'consent' | 'score') => ({ ballotKind, mostPoints: 5 });
    expect(approves(paper('approval'), [{ option: 1, value: 1 }], 1)).toBe(true);
    expect(approves(paper('approval'), [{ option: 2, value: 1 }], 1)).toBe(false);
    expect(approves(paper('consent'), [{ option: 1, value: 2 }], 1)).toBe(false);
    expect(approves(paper('score'), [{ option: 1, value: 3 }], 1)).toBe(true);
    expect(approves(paper('score'), [{ option: 1, value: 2 }], 1)).toBe(false);
  });
});

describe('the rules of one decision', () => {
  const charter = plainCharter({ country: 'RS', locale: 'sr-Cyrl', answersForData: 'Mira', law: 'ZZPL' });
  const young = { attribute: 'age', group: 'under-30' } as const;

  it('are those of the charter, then what the paper adds, none of them twice', () => {
    const rules = groupRulesOf({ ...charter, inclusion: { ...charter.inclusion, protected: [young] } }, [
      { rule: 'turnout', ...young, subject: null },
      { rule: 'turnout', attribute: 'gender', group: 'woman', subject: null },
      { rule: 'approval', attribute: 'gender', group: 'woman', subject: 'the health post' },
    ]);
    expect(rules.map(({ rule, group, percent }) => [rule, group, percent])).toEqual([
      ['share', 'woman', 40],
      ['turnout', 'under-30', 60],
      ['approval', 'woman', 40],
    ]);
  });

  it('never look at ethnicity or religion unless the charter turns them on', () => {
    const roma = { rule: 'turnout', attribute: 'ethnicity', group: 'Rom', subject: null } as const;
    expect(groupRulesOf(charter, [roma]).map(({ group }) => group)).toEqual(['woman']);
    expect(groupRulesOf({ ...charter, attributesOn: ['ethnicity'] }, [roma]).map(({ group }) => group)).toEqual([
      'woman',
      'Rom',
    ]);
  });
});
