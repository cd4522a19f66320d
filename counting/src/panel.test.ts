import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPanel, type Panel, type Quota, type Volunteer } from './panel.ts';

const stories = JSON.parse(readFileSync(new URL('../vectors/panel/fair.json', import.meta.url), 'utf8'));

const peopleOf = (story: { pool: string[][]; attributes: string[] }): Volunteer[] =>
  story.pool.map(([id, ...values]) => ({
    id,
    attributes: Object.fromEntries(story.attributes.map((name, i) => [name, values[i]])),
  }));

function expectQuotasMet(outcome: Panel, pool: readonly Volunteer[], quotas: readonly Quota[]): void {
  const drawn = pool.filter((person) => outcome.panel.includes(person.id));
  expect(drawn).toHaveLength(outcome.size);
  for (const { attribute, value, min, max } of quotas) {
    const count = drawn.filter((person) => person.attributes[attribute] === value).length;
    expect(count).toBeGreaterThanOrEqual(min);
    expect(count).toBeLessThanOrEqual(max);
  }
}

/** A made-up pool, and quotas that some panel of that size is sure to meet because they are read off one. */
const meetable = fc
  .array(fc.tuple(fc.constantFrom('f', 'm'), fc.constantFrom('y', 'o'), fc.constantFrom('n', 's', 'e')), {
    minLength: 4,
    maxLength: 24,
  })
  .chain((values) =>
    fc.tuple(fc.constant(values), fc.integer({ min: 1, max: values.length - 1 }), fc.nat(2), fc.nat(2)),
  )
  .map(([values, size, below, above]) => {
    const names = ['gender', 'age', 'place'];
    const pool = values.map((list, i) => ({
      id: `p${i}`,
      attributes: Object.fromEntries(names.map((name, a) => [name, list[a]])),
    }));
    const quotas = names.flatMap((attribute) =>
      [...new Set(pool.map((person) => person.attributes[attribute]))].map((value) => {
        const count = pool.slice(0, size).filter((person) => person.attributes[attribute] === value).length;
        return { attribute, value, min: Math.max(0, count - below), max: count + above };
      }),
    );
    return { pool, quotas, size };
  });

const total = (outcome: Panel): number => Object.values(outcome.probabilities).reduce((sum, p) => sum + p, 0);

describe('drawPanel', () => {
  for (const story of stories) {
    it(story.story, async () => {
      const outcome = await drawPanel(peopleOf(story), story.quotas, { size: story.size, seed: '7' });
      for (const [id, probability] of Object.entries(story.probabilities)) {
        expect(outcome.probabilities[id]).toBeCloseTo(probability as number, 4);
      }
      expectQuotasMet(outcome, peopleOf(story), story.quotas);
    });
  }

  it('always meets the quotas, and the probabilities add up to the size of the panel', async () => {
    await fc.assert(
      fc.asyncProperty(meetable, fc.string({ minLength: 1 }), async ({ pool, quotas, size }, seed) => {
        const fair = await drawPanel(pool, quotas, { size, seed });
        expectQuotasMet(fair, pool, quotas);
        expect(total(fair)).toBeCloseTo(size, 9);
        const tickets = fair.lottery.reduce((sum, one) => sum + one.tickets, 0);
        expect(tickets).toBe(1_000_000_000);
        for (const { seats } of fair.lottery) expect(seats.reduce((sum, count) => sum + count, 0)).toBe(size);
        if (fair.deviation !== null) expect(fair.deviation).toBeLessThan(1e-5);
        for (const level of fair.levels) expect(level.bound).toBeGreaterThan(level.probability - 1e-6);
      }),
      { numRuns: 25 },
    );
  });

  it('meets the quotas by the lottery with repair too', async () => {
    await fc.assert(
      fc.asyncProperty(meetable, async ({ pool, quotas, size }) => {
        const outcome = await drawPanel(pool, quotas, { size, seed: 's', method: 'lottery' });
        expectQuotasMet(outcome, pool, quotas);
        expect(total(outcome)).toBeCloseTo(size, 9);
        expect(outcome.estimated).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  it('draws the same panel from the same seed in whatever order the pool is written, and others from other seeds', async () => {
    const [story] = stories;
    const pool = peopleOf(story);
    const draw = (people: Volunteer[], seed: string) => drawPanel(people, story.quotas, { size: 2, seed });
    const outcome = await draw(pool, 'a');
    expect(await draw([...pool].reverse(), 'a')).toEqual(outcome);
    const panels = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => draw(pool, seed)));
    expect(new Set(panels.map((one) => one.panel.join())).size).toBeGreaterThan(2);
    expect(new Set(panels.map((one) => one.poolHash)).size).toBe(1);
    expect((await draw(pool.slice(1), 'a')).poolHash).not.toBe(outcome.poolHash);
  });

  it('draws about as often as it says', async () => {
    const [story] = stories;
    let drawn = 0;
    for (let seed = 0; seed < 150; seed++) {
      const outcome = await drawPanel(peopleOf(story), story.quotas, { size: 2, seed: String(seed) });
      if (outcome.panel.includes('a')) drawn++;
    }
    expect(Math.abs(drawn / 150 - 0.5)).toBeLessThan(0.12);
  });

  it('never seats two of one household, and treats households of the same make alike', async () => {
    const values = ['f', 'm', 'f', 'm', 'f', 'm', 'f', 'm'];
    const pool = values.map((gender, i) => ({
      id: `p${i}`,
      attributes: { gender },
      household: i < 6 ? `h${i >> 1}` : undefined,
    }));
    const quotas = [
      { attribute: 'gender', value: 'f', min: 2, max: 2 },
      { attribute: 'gender', value: 'm', min: 2, max: 2 },
    ];
    for (let seed = 0; seed < 20; seed++) {
      const outcome = await drawPanel(pool, quotas, { size: 4, seed: String(seed) });
      const homes = pool.filter((one) => outcome.panel.includes(one.id) && one.household).map((one) => one.household);
      expect(new Set(homes).size).toBe(homes.length);
      expect(outcome.probabilities.p0).toBeCloseTo(outcome.probabilities.p2, 9);
      expect(total(outcome)).toBeCloseTo(4, 9);
    }
  });
});

describe('a panel that can not be drawn', () => {
  const pool = ['f', 'm', 'm', 'm'].map((gender, i) => ({
    id: `p${i}`,
    attributes: { gender, home: i < 2 ? 'hill' : 'valley' },
  }));
  const gender = (f: number, m: number): Quota[] => [
    { attribute: 'gender', value: 'f', min: f, max: 4 },
    { attribute: 'gender', value: 'm', min: m, max: 4 },
  ];
  const draw = (quotas: Quota[], size = 2) => drawPanel(pool, quotas, { size, seed: '1' });

  it('names the quota that asks for more people than there are', async () => {
    await expect(draw(gender(2, 0))).rejects.toMatchObject({
      reason: 'quota-exceeds-pool',
      facts: { quota: 'gender: f', min: 2, available: 1 },
    });
  });

  it('names the attribute whose quotas do not fit the size', async () => {
    await expect(draw(gender(1, 2))).rejects.toMatchObject({
      reason: 'quotas-exceed-size',
      facts: { attribute: 'gender', min: 3, size: 2 },
    });
    await expect(draw(gender(0, 0).map((quota) => ({ ...quota, max: 0 })))).rejects.toMatchObject({
      reason: 'quotas-below-size',
    });
    await expect(draw(gender(0, 0), 5)).rejects.toMatchObject({ reason: 'pool-too-small' });
  });

  const crossed: Quota[] = [
    { attribute: 'gender', value: 'f', min: 1, max: 1 },
    { attribute: 'gender', value: 'm', min: 0, max: 1 },
    { attribute: 'home', value: 'hill', min: 0, max: 0 },
    { attribute: 'home', value: 'valley', min: 2, max: 2 },
  ];

  it('names the fewest changes that would let quotas that contradict each other be met', async () => {
    const error = await draw(crossed).catch((one) => one);
    expect(error.reason).toBe('quotas-contradict');
    expect(error.facts.seats).toBe(2);
    expect(error.facts.quotas).toMatch(/\((min|max) \d+ to \d+\)/);
  });

  it('says soon that quotas contradict each other, however many kinds of people there are', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const many = Array.from({ length: 1200 }, (_, i) => ({
      id: `p${i}`,
      attributes: Object.fromEntries(names.map((name, n) => [name, `${Math.floor(i / 4 ** n) % 4}`])),
    }));
    const quotas = names.flatMap((attribute) =>
      ['0', '1', '2', '3'].map((value) => ({ attribute, value, min: 0, max: 200 })),
    );
    const paired = many.map((person) => ({ ...person, attributes: { ...person.attributes, b: person.attributes.a } }));
    const clash = quotas.map((quota) => {
      if (quota.attribute === 'a' && quota.value === '0') return { ...quota, min: 100, max: 100 };
      return quota.attribute === 'b' && quota.value === '0' ? { ...quota, max: 50 } : quota;
    });
    const error = await drawPanel(paired, clash, { size: 200, seed: '1' }).catch((one) => one);
    expect(error).toMatchObject({ reason: 'quotas-contradict', facts: { seats: 50, fewest: 0 } });
    expect(error.facts.quotas).toMatch(/^(a: 0 \(min 100 to 50\)|b: 0 \(max 50 to 100\))$/);
  });

  it('names the quotas that the lottery with repair could not meet', async () => {
    await expect(drawPanel(pool, crossed, { size: 2, seed: '1', method: 'lottery' })).rejects.toMatchObject({
      reason: 'quotas-not-met',
    });
  });

  it('says what is wrong with a pool or a quota', async () => {
    await expect(drawPanel([...pool, pool[0]], gender(0, 0), { size: 2, seed: '1' })).rejects.toThrow(
      'duplicate-person',
    );
    await expect(draw([{ attribute: 'age', value: 'old', min: 0, max: 2 }])).rejects.toThrow('attribute-missing');
    await expect(draw(gender(0, 0).slice(1))).rejects.toThrow('value-without-quota');
    await expect(draw([...gender(0, 0), ...gender(0, 0)])).rejects.toThrow('duplicate-quota');
    await expect(draw(gender(3, 0).map((quota) => ({ ...quota, max: 1 })))).rejects.toThrow('quota-not-a-range');
    await expect(draw(gender(0, 0), 0)).rejects.toThrow('size-not-whole');
    await expect(drawPanel(pool, gender(0, 0), { size: 2, seed: '' })).rejects.toThrow('seed-missing');
  });
});
