import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedRand } from './groups/adjusted-rand.ts';
import { conversation, shuffled } from './groups/synthetic.reference.ts';
import { opinionGroups } from './groups.ts';

const camps = (ids: readonly { id: string }[], count: number): number[] =>
  ids.map(({ id }) => Number(id.slice(1)) % count);

describe('opinionGroups', () => {
  it.each([2, 3])('finds %i camps that were put there, and is sure of them', (count) => {
    const outcome = opinionGroups(
      conversation({ people: 60, statements: 20, camps: count, noise: 0.1, density: 0.8, seed: 5 }),
    );
    expect(outcome).toMatchObject({ k: count, credible: true, reason: 'clear' });
    expect(
      adjustedRand(
        camps(outcome.people, count),
        outcome.people.map((one) => one.group),
      ),
    ).toBe(1);
    expect(outcome.stability).toBeGreaterThanOrEqual(0.9);
  });

  it('says that no grouping is credible when marks are thrown by chance', () => {
    for (let seed = 0; seed < 12; seed++) {
      const people = [20, 50, 120][seed % 3];
      const outcome = opinionGroups(conversation({ people, statements: 16, camps: 1, noise: 1, density: 0.6, seed }));
      expect(outcome.credible).toBe(false);
    }
  });

  it('does not depend on the order of people, statements or marks', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 40 }), (seed, people) => {
        const votes = conversation({ people, statements: 12, camps: 2, noise: 0.4, density: 0.6, seed });
        expect(opinionGroups(shuffled(votes, seed + 1))).toEqual(opinionGroups(votes));
      }),
      { numRuns: 12 },
    );
  });

  it('names everybody exactly once, in a group or among those not placed', () => {
    const votes = conversation({ people: 50, statements: 12, camps: 2, noise: 0.5, density: 0.4, seed: 9 });
    const outcome = opinionGroups(votes);
    expect([...outcome.groups.flat(), ...outcome.unplaced].sort()).toEqual(votes.participants);
    expect(outcome.groups.map((group) => group.length)).toEqual(
      [...outcome.groups.map((group) => group.length)].sort((a, b) => b - a),
    );
  });

  it('counts the later mark of somebody who changed their mind', () => {
    const once = conversation({ people: 20, statements: 10, camps: 2, noise: 0.1, density: 1, seed: 3 });
    const first = once.participant as number[];
    const changed = {
      ...once,
      participant: [...first, 0],
      statement: [...(once.statement as number[]), 4],
      mark: [...(once.mark as number[]), 0],
    };
    const entry = first.findIndex((person, index) => person === 0 && once.statement[index] === 4);
    const replaced = { ...once, mark: (once.mark as number[]).map((mark, index) => (index === entry ? 0 : mark)) };
    expect(opinionGroups(changed)).toEqual(opinionGroups(replaced));
  });

  it('answers for nobody, for one person, and for people who all think the same', () => {
    const nobody = opinionGroups({ participants: [], statements: [], participant: [], statement: [], mark: [] });
    expect(nobody).toMatchObject({ k: 0, groups: [], credible: false, reason: 'too-few-people' });
    const one = opinionGroups({ participants: ['a'], statements: ['s'], participant: [0], statement: [0], mark: [1] });
    expect(one).toMatchObject({ k: 1, groups: [['a']], credible: false, reason: 'too-few-people' });
    const all = conversation({ people: 30, statements: 9, camps: 1, noise: 0, density: 1, seed: 1 });
    const same = opinionGroups({ ...all, mark: (all.mark as number[]).map(() => 1) });
    expect(same).toMatchObject({ k: 1, credible: false });
    expect(same.consensus[0]).toMatchObject({ side: 'agree', successes: 30, trials: 30 });
  });

  it('does not call four people a group', () => {
    const outcome = opinionGroups(conversation({ people: 8, statements: 12, camps: 2, noise: 0, density: 1, seed: 2 }));
    expect(outcome).toMatchObject({ k: 2, credible: false, reason: 'groups-too-small' });
  });

  it('cuts into as many groups as it is told to', () => {
    const votes = conversation({ people: 60, statements: 20, camps: 2, noise: 0.2, density: 0.7, seed: 5 });
    expect(opinionGroups(votes, { k: 4 }).groups).toHaveLength(4);
    expect(() => opinionGroups(votes, { k: 7 })).toThrow('groups-out-of-range');
  });

  it('says which entry it can not read', () => {
    const votes = { participants: ['a'], statements: ['s'], participant: [0], statement: [0], mark: [2] };
    expect(() => opinionGroups(votes)).toThrow('unknown-mark');
    expect(() => opinionGroups({ ...votes, mark: [1], statement: [1] })).toThrow('unknown-statement');
    expect(() => opinionGroups({ ...votes, participants: ['a', 'a'], mark: [1] })).toThrow('duplicate-participant');
  });
});
