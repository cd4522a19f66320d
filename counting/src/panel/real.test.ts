import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawPanel, type Quota } from '../panel.ts';
import { realData } from '../real/folder.ts';
import { levelBounds } from './certificate.ts';
import { programmeOf } from './kinds.ts';
import { arrange } from './pool.ts';
import { relaxedLeximin } from './relaxed.ts';
import { loadSolver } from './solver.ts';

const folder = realData('panels');

function rows(name: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(`${folder}/${name}`, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [names[index], value])));
}

const quotasFrom = (name: string, [attribute, value]: [string, string]): Quota[] =>
  rows(name).map((row) => ({
    attribute: row[attribute],
    value: row[value],
    min: Number(row.min),
    max: Number(row.max),
  }));

describe.skipIf(!folder)('real pools', () => {
  it('gives every type of the 150 the LEXIMIN probability that was published, at least 1/11, and proves every level', async () => {
    const quotas = quotasFrom('features.csv', ['feature', 'value']);
    const pool = rows('candidates.csv').map((row) => ({ id: row.nationbuilder_id, attributes: row }));
    const outcome = await drawPanel(pool, quotas, { size: 22, seed: 'belgrade' });
    expect(outcome.minimum).toBeCloseTo(1 / 11, 6);
    expect(outcome.proven).toBe(true);
    expect(outcome.deviation).toBeLessThan(1e-6);
    const published: { types: [string[], number, number][] } = JSON.parse(
      readFileSync(`${folder}/expected_150_22.json`, 'utf8'),
    );
    const expected = new Map(
      published.types.map(([values, , probability]) => [values.toSorted().join('|'), probability]),
    );
    for (const kind of outcome.kinds) {
      const probability = outcome.probabilities[kind.people[0]];
      expect(probability).toBeCloseTo(expected.get(kind.values.toSorted().join('|'))!, 5);
    }
    const again = await drawPanel(pool.toReversed(), quotas, { size: 22, seed: 'belgrade' });
    expect(again.panel).toEqual(outcome.panel);
  });

  it('has bounds that a proof made up at random does not undercut', async () => {
    const draw = arrange(
      rows('small_20/respondents.csv').map((row, index) => ({ id: `p${index}`, attributes: row })),
      quotasFrom('small_20/categories.csv', ['category', 'feature']),
      20,
    );
    const programme = programmeOf(draw);
    const relaxed = relaxedLeximin(await loadSolver(), programme)!;
    const level = relaxed.levels[0];
    const spoiled = { ...level, prices: level.prices.map((price, row) => price + (row % 3) / 50) };
    expect(levelBounds(programme, [level])[0]).toBeCloseTo(0.1, 6);
    expect(levelBounds(programme, [spoiled])[0]).toBeGreaterThan(0.1 - 1e-9);
  });

  it('gives all 200 the same 0.10 where the quotas allow it', async () => {
    const pool = rows('small_20/respondents.csv').map((row, index) => ({ id: `p${index}`, attributes: row }));
    const outcome = await drawPanel(pool, quotasFrom('small_20/categories.csv', ['category', 'feature']), {
      size: 20,
      seed: '1',
    });
    expect(outcome.minimum).toBeCloseTo(0.1, 6);
    expect(outcome.maximum).toBeCloseTo(0.1, 6);
  });
});
