import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diceFrom } from './dice.ts';
import { sha256 } from './sha256.ts';

it('gives the digests of the standard and of every other implementation', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }),
  );
});

it('throws the same dice for the same seed, every side about equally often', () => {
  const [one, two, other] = ['seed', 'seed', 'need'].map((seed) => {
    const dice = diceFrom(seed);
    return Array.from({ length: 6000 }, () => dice.below(6));
  });
  expect(one).toEqual(two);
  expect(one).not.toEqual(other);
  for (let side = 0; side < 6; side++) {
    expect(Math.abs(one.filter((thrown) => thrown === side).length - 1000)).toBeLessThan(150);
  }
});

it('takes its first number from SHA-256 of the seed, a colon and 0', () => {
  const first = Number.parseInt(createHash('sha256').update('belgrade:0').digest('hex').slice(0, 8), 16);
  expect(diceFrom('belgrade').below(1000)).toBe(first % 1000);
});
