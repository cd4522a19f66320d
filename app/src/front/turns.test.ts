import { expect, test } from 'vitest';
import { openTurns } from './turns.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('three pages are made at a time, the others in the order they came', () => {
  const turns = openTurns();
  const begun: number[] = [];
  const leave: (() => void)[] = [];
  for (let at = 0; at < 7; at += 1)
    turns.enter((done) => {
      begun.push(at);
      leave.push(done);
    });
  expect(begun).toEqual([0, 1, 2]);
  leave[2]?.();
  leave[2]?.();
  expect(begun).toEqual([0, 1, 2, 3]);
  leave[0]?.();
  leave[1]?.();
  expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
});

test('pages that take long hold up nobody for long', async () => {
  const turns = openTurns();
  for (let at = 0; at < 3; at += 1) turns.enter(() => undefined);
  let late = 0;
  for (let at = 0; at < 3; at += 1) turns.enter(() => (late += 1));
  expect(late).toBe(0);
  await pause(120);
  expect(late).toBe(3);
});

test('a long queue of what is done at once is no deep one', () => {
  const turns = openTurns();
  const leave: (() => void)[] = [];
  for (let at = 0; at < 3; at += 1) turns.enter((done) => leave.push(done));
  let made = 0;
  for (let at = 0; at < 50_000; at += 1)
    turns.enter((done) => {
      made += 1;
      done();
    });
  expect(made).toBe(0);
  leave[0]?.();
  expect(made).toBe(50_000);
});
