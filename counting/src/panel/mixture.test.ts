import { expect, it } from 'vitest';
import { fairLottery } from './fair-lottery.ts';
import { programmeOf } from './kinds.ts';
import { leximinOverPanels } from './mixture.ts';
import { arrange } from './pool.ts';
import { loadSolver } from './solver.ts';

function assembly() {
  const words = ['fyn', 'fos', 'fye', 'mon', 'mys', 'mos', 'moe', 'fon', 'mys', 'fys', 'mon', 'moe'];
  const pool = words.map((word, i) => ({ id: `p${i}`, attributes: { gender: word[0], age: word[1], place: word[2] } }));
  const quota = (attribute: string, value: string, [min, max]: [number, number]) => ({ attribute, value, min, max });
  const quotas = [
    ...['f', 'm'].map((value) => quota('gender', value, [2, 2])),
    ...['y', 'o'].map((value) => quota('age', value, [1, 3])),
    ...['n', 's', 'e'].map((value) => quota('place', value, [1, 2])),
  ];
  return programmeOf(arrange(pool, quotas, 4));
}

it('finds the same probabilities over whole panels as over fractions, where both can be had', async () => {
  const programme = assembly();
  const fair = await fairLottery(programme);
  const panels = leximinOverPanels(await loadSolver(), programme, { known: [] }) ?? [];
  expect(fair.proven).toBe(true);
  programme.kinds.forEach((_, kind) => {
    const expected = (list: typeof panels): number => list.reduce((sum, one) => sum + one.seats[kind] * one.share, 0);
    expect(expected(panels)).toBeCloseTo(expected([...fair.compositions]), 5);
  });
});

it('says that it does not know the fairest lottery, rather than search for ever', async () => {
  const search = async (most: number) => leximinOverPanels(await loadSolver(), assembly(), { known: [], most });
  await expect(search(2)).rejects.toMatchObject({ reason: 'fairest-not-found' });
  await expect(search(200)).resolves.toBeDefined();
});
