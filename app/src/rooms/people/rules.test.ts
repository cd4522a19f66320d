import { describe, expect, test } from 'vitest';
import { deviceWords, hideMost, mayAskCode, readTarget } from './rules.ts';

describe('email or phone, as people write it', () => {
  test.each([
    [' Mila@Example.ORG ', 'sr-Cyrl', 'mila@example.org'],
    ['064 123 45 67', 'sr-Latn', '+381641234567'],
    ['064/123-4567', 'en', '+381641234567'],
    ['+381 64 1234567', 'mk', '+381641234567'],
    ['00381641234567', 'sr-Cyrl', '+381641234567'],
    ['070 123 456', 'mk', '+38970123456'],
    ['044 123 456', 'sq', '+38344123456'],
    ['+254 712 123456', 'en', '+254712123456'],
  ])('%s in %s is %s', (typed, locale, value) => {
    expect(readTarget(typed, locale)?.value).toBe(value);
  });

  test.each([
    '',
    'mila',
    'mila@',
    '@example.org',
    'a b@example.org',
    '12',
    '0641',
    '+1',
    `${'a'.repeat(250)}@example.org`,
  ])('%s is neither', (typed) => {
    expect(readTarget(typed, 'sr-Cyrl')).toBeUndefined();
  });
});

test('one’s own address is recognised, a stranger learns nothing', () => {
  expect(hideMost({ channel: 'email', value: 'mila@example.org' })).toBe('m•••@example.org');
  expect(hideMost({ channel: 'phone', value: '+381641234567' })).toBe('+381 ••• 67');
});

describe('one more code to the same address', () => {
  const now = new Date('2026-11-01T12:00:00Z');
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const sent = (minutes: number, tries = 0, proven = false) => ({
    sentAt: minutesAgo(minutes),
    tries,
    provenAt: proven ? minutesAgo(minutes) : null,
  });

  test('goes out while there were fewer than five within the hour', () => {
    expect(mayAskCode([], now)).toBe('yes');
    expect(mayAskCode([sent(61), sent(50), sent(40), sent(30), sent(20)], now)).toBe('yes');
  });

  test('waits until the oldest of five is an hour old', () => {
    const recent = [50, 40, 30, 20, 10].map((minutes) => sent(minutes));
    expect(mayAskCode(recent, now)).toEqual({ no: 'people.many-codes', facts: { minutes: 10 } });
  });

  test('is refused after twenty wrong tries in a day, and the no says for how long', () => {
    const recent = [sent(120, 5), sent(180, 5), sent(240, 5), sent(300, 5)];
    expect(mayAskCode(recent, now)).toEqual({ no: 'people.locked', facts: { hours: 19 } });
    expect(mayAskCode(recent.slice(1), now)).toBe('yes');
  });

  test('right tries are not counted as wrong', () => {
    const recent = Array.from({ length: 20 }, (_, at) => sent(70 + at, 1, true));
    expect(mayAskCode(recent, now)).toBe('yes');
  });
});

test.each([
  ['Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0', 'Firefox · Android'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Safari/604.1',
    'Safari · iOS',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0', 'Edge · Windows'],
  ['curl/8', ''],
])('%s is told to its owner as "%s"', (userAgent, words) => {
  expect(deviceWords(userAgent)).toBe(words);
});
