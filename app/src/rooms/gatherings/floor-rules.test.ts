import { describe, expect, test } from 'vitest';
import { type OnFloor, orderQuestions, questionsOpen } from './floor-rules.ts';

let number = 0;
const asked = (more: Partial<OnFloor> = {}): OnFloor => {
  number += 1;
  return { number, state: 'asked', supports: 0, asker: `hand-${number}`, group: null, heardBefore: false, ...more };
};
const numbers = (questions: readonly OnFloor[]) => orderQuestions(questions).map((question) => question.number);

describe('the order of questions', () => {
  test('goes by support, and equal ones by who asked first', () => {
    const [one, two, three] = [asked(), asked({ supports: 2 }), asked()];
    expect(numbers([three, two, one])).toEqual([two.number, one.number, three.number]);
  });

  test('puts who has not been heard before who has, up to half as much support again', () => {
    const heard = asked({ state: 'answered', asker: 'mira' });
    const again = asked({ asker: 'mira', supports: 3 });
    const first = asked({ supports: 2 });
    // 4 × 1 against 3 × 1.5.
    expect(numbers([heard, again, first])).toEqual([first.number, again.number]);
    expect(numbers([heard, { ...again, supports: 4 }, first])).toEqual([again.number, first.number]);
  });

  test('lifts a group that was heard less than it asks, and only by what askers said of themselves', () => {
    const heard = asked({ state: 'taken', group: 1 });
    const [ofOne, ofTwo, ofNone] = [asked({ group: 1 }), asked({ group: 2 }), asked()];
    expect(numbers([heard, ofOne, ofTwo, ofNone])).toEqual([ofTwo.number, ofOne.number, ofNone.number]);
    expect(orderQuestions([ofOne, ofTwo, ofNone]).some(({ groupBehind }) => groupBehind)).toBe(false);
  });

  test('leaves out what is taken or settled, and gives a declined asker no disadvantage', () => {
    const declined = asked({ state: 'declined', asker: 'ana' });
    const another = asked({ asker: 'ana' });
    expect(orderQuestions([declined, another, asked({ state: 'taken' })])).toMatchObject([
      { number: another.number, firstTime: true, quarters: 6 },
    ]);
  });

  test('believes the helper who says that somebody in the hall was heard before', () => {
    const before = asked({ asker: null, heardBefore: true });
    const unknown = asked({ asker: null });
    expect(numbers([before, unknown])).toEqual([unknown.number, before.number]);
  });
});

test('questions are open from the call until a day after the end, unless closed or called off', () => {
  const standing = {
    startsAt: new Date('2026-11-20T17:00:00Z'),
    endsAt: new Date('2026-11-20T19:00:00Z'),
    calledOffAt: null,
    questions: 'open' as const,
  };
  const at = (moment: string) => new Date(moment);
  expect(questionsOpen(standing, at('2026-11-01T10:00:00Z'))).toBe('yes');
  expect(questionsOpen(standing, at('2026-11-21T18:59:00Z'))).toBe('yes');
  expect(questionsOpen(standing, at('2026-11-21T19:01:00Z'))).toEqual({ no: 'floor.over' });
  expect(questionsOpen({ ...standing, questions: 'closed' }, at('2026-11-20T18:00:00Z'))).toEqual({
    no: 'floor.closed',
  });
  expect(questionsOpen({ ...standing, calledOffAt: at('2026-11-02T00:00:00Z') }, at('2026-11-20T18:00:00Z'))).toEqual({
    no: 'floor.called-off',
  });
});
