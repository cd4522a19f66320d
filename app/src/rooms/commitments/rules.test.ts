import { describe, expect, test } from 'vitest';
import { askingDays, daysFit, givenToOthers, isOpen, monthsAfter, type SaidAnswer, sumOf } from './rules.ts';

const says = (answeredBy: string, answer: SaidAnswer['answer'], months: number | null = 1): SaidAnswer => ({
  answeredBy,
  answer,
  months,
});

describe('the sum of the answers', () => {
  test('silence is never kept', () => expect(sumOf([])).toBe('given'));

  test('what all say is what it is, and a second thought of the same person replaces the first', () => {
    expect(sumOf([says('ana', 'kept'), says('jovan', 'kept')])).toBe('kept');
    expect(sumOf([says('ana', 'not-kept'), says('ana', 'kept')])).toBe('kept');
  });

  test('where they don’t agree it picks no side, not even the greater one', () => {
    expect(sumOf([says('ana', 'kept'), says('jovan', 'kept'), says('petar', 'not-kept')])).toBe('differing');
  });

  test('only the newest asking that anybody answered counts', () => {
    expect(sumOf([says('ana', 'not-kept', null), says('jovan', 'late', 1), says('petar', 'kept', 3)])).toBe('kept');
    expect(sumOf([says('ana', 'kept', 3), says('jovan', 'late', 1)])).toBe('kept');
  });
});

describe('the days of asking', () => {
  test('lie one, three and six months after the word was given', () => {
    expect(askingDays('2026-11-01', '2026-11-01').map(({ on }) => on)).toEqual([
      '2026-12-01',
      '2027-02-01',
      '2027-05-01',
    ]);
  });

  test('fall on the last day where a month is shorter', () => {
    expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28');
    expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28');
    expect(monthsAfter('2027-10-31', 1)).toBe('2027-11-30');
    expect(monthsAfter('2027-11-30', 3)).toBe('2028-02-29');
  });

  test('that lay before it was written down are left out, save the last', () => {
    expect(askingDays('2026-08-20', '2026-11-24').map(({ months }) => months)).toEqual([6]);
    expect(askingDays('2025-01-10', '2026-11-24')).toEqual([{ months: 6, on: '2025-07-10' }]);
  });
});

test('a word is given today or before, and is due after it was given', () => {
  const today = '2026-11-24';
  expect(daysFit({ madeOn: today, dueOn: today, today })).toBe('yes');
  expect(daysFit({ madeOn: '2026-11-20', today })).toBe('yes');
  expect(daysFit({ madeOn: '2026-11-25', today })).toEqual({ no: 'commitments.not-given-yet' });
  expect(daysFit({ madeOn: today, dueOn: '2026-11-23', today })).toEqual({ no: 'commitments.due-before-given' });
});

test('a word is given to somebody else, and what was taken back rests', () => {
  expect(givenToOthers('zora', 'zora')).toEqual({ no: 'commitments.given-to-oneself' });
  expect(givenToOthers('zora', undefined)).toBe('yes');
  expect(givenToOthers(undefined, undefined)).toBe('yes');
  expect(isOpen('taken-back')).toEqual({ no: 'commitments.taken-back' });
  expect(isOpen('not-kept')).toBe('yes');
});
