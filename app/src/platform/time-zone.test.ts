import { expect, test } from 'vitest';
import { dayIn, minuteIn, momentIn } from './time-zone.ts';

test('what a form says in local time is the moment that clock shows, summer and winter', () => {
  for (const local of ['2026-07-01T18:30', '2026-12-01T18:30']) {
    const moment = momentIn('Europe/Belgrade', local);
    expect(moment && minuteIn('Europe/Belgrade', moment)).toBe(local);
  }
  expect(momentIn('Europe/Belgrade', '2026-07-01T18:30')?.toISOString()).toBe('2026-07-01T16:30:00.000Z');
  expect(momentIn('Africa/Nairobi', '2026-07-01T18:30')?.toISOString()).toBe('2026-07-01T15:30:00.000Z');
});
test('a minute the spring skips is the one an hour later, one the autumn repeats is the first', () => {
  expect(momentIn('Europe/Belgrade', '2026-03-29T02:30')?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  expect(momentIn('Europe/Belgrade', '2026-10-25T02:30')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
});
test('the day is the place’s own', () => {
  expect(dayIn('Europe/Belgrade', new Date('2026-11-24T23:30:00Z'))).toBe('2026-11-25');
});
test('what is no minute is no moment', () => {
  for (const text of ['', 'tomorrow', '2026-13-40T99:00', '2026-11-24'])
    expect(momentIn('Europe/Belgrade', text)).toBeUndefined();
});
