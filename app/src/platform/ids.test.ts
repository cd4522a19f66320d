import { expect, test } from 'vitest';
import { newTimeId } from './ids.ts';

test('ids sort by time, and in the order of making within one moment', () => {
  const now = new Date('2026-05-01T10:00:00Z');
  const ids = Array.from({ length: 9000 }, () => newTimeId(now));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(newTimeId(new Date('2026-05-01T10:00:10Z')) > ids[8999]).toBe(true);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
