import { expect, it } from 'vitest';
import { fairLottery } from './fair-lottery.ts';
import { programmeOf } from './kinds.ts';
import { leximinOverPanels } from './mixture.ts';
import { arrange } from './pool.ts';
import { loadSolver } from './solver.ts';

it('finds the same probabilities over whole panels as over fractions, where both can be had', async () => {
  const words = ['fyn', 'fos', 'fye', 'mon', 'mys', 'mos', 'moe', 'fon', 'mys', 'fys', 'mon', 'moe'];
  const pool = words.map((word, i) => ({ id: `p${i}`, attributes: { gender: word[0], age: word[1], place: word[2] } }));
  const quota = (attribute: string, value: string, [min, max]: [number, number]) => ({ attribute, value, min, max });
  const quotas = [
    ...['f', 'm'].map((value) => quota('gender', value, [2, 2])),
    ...['y', 'o'].map((value) => quota('age', value, [1, 3])),
    ...['n', 's', 'e'].map((value) => quota('place', value, [1, 2])),
  ];
  const programme = programmeOf(arrange(pool, quotas, 4));
  const fair = await fairLottery(programme);
  const panels = leximinOverPanels(await loadSolver(), programme, []) ?? [];
  expect(fair.proven).toBe(true);
  programme.kinds.forEach((_, kind) => {
    const expected = (list: typeof panels): number => list.reduce((sum, one) => sum + one.seats[kind] * one.share, 0);
    expect(expected(panels)).toBeCloseTo(expected([...fair.compositions]), 5);
  });
});
