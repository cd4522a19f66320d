import { expect, it } from 'vitest';
import { diceFrom } from './dice.ts';
import { fairLottery } from './fair-lottery.ts';
import { programmeOf } from './kinds.ts';
import { arrange } from './pool.ts';

it('finds and proves every level where hardly any two of a thousand people are alike', async () => {
  const dice = diceFrom('a thousand');
  const sides = { gender: 2, age: 5, school: 4, place: 6, work: 3, home: 4, club: 2 };
  const drawn = (count: number): string => String(Math.min(dice.below(count), dice.below(count + 1)));
  const pool = Array.from({ length: 1000 }, (_, i) => ({
    id: `p${i}`,
    attributes: Object.fromEntries(Object.entries(sides).map(([name, count]) => [name, drawn(count)])),
  }));
  const quotas = Object.entries(sides).flatMap(([attribute, count]) =>
    Array.from({ length: count }, (_, value) => ({
      attribute,
      value: String(value),
      min: Math.floor(60 / count) - 2,
      max: Math.ceil(60 / count) + 2,
    })),
  );
  const programme = programmeOf(arrange(pool, quotas, 60));
  expect(programme.kinds.length).toBeGreaterThan(700);
  const { proven, levels } = await fairLottery(programme);
  expect(proven).toBe(true);
  expect(levels.reduce((sum, level) => sum + level.people, 0)).toBe(1000);
}, 60_000);
