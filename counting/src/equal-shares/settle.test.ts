import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyBudget } from '../budgets/any-budget.reference.ts';
import { layOut } from '../budgets/contest.ts';
import { compare, rational } from '../rational.ts';
import { exactLeft, exactPayment } from './exact.ts';
import { emptyPurses, NEVER, opened, openPurse } from './purses.ts';
import { runOnce } from './run.ts';
import { settlePurchases } from './settle.ts';

const endowment = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 7 }));
const utility = fc.constantFrom('cost' as const, 'cardinality' as const, 'score' as const);

describe('a finished run of equal shares', () => {
  it('is settled with the same exact payments as from ballot to ballot', () => {
    fc.assert(
      fc.property(anyBudget(), endowment, utility, (election, [top, bottom], chosen) => {
        const contest = layOut(election, { utility: chosen, ties: 'list' });
        const purses = emptyPurses(contest);
        const run = () => runOnce(contest, purses, rational(BigInt(top) * contest.money.moneyScale, bottom));
        run();
        const one = purses.purchases.map((_, round) => exactPayment(contest, purses, round));
        run();
        expect(settlePurchases(contest, purses).map(({ perPoint }) => perPoint)).toEqual(one);
      }),
      { numRuns: 400 },
    );
  });
  it('leaves in every purse what the exact payments leave, within the doubt, and no more than its rough steps', () => {
    fc.assert(
      fc.property(anyBudget({ mostBallots: 30 }), endowment, utility, (election, [top, bottom], chosen) => {
        const contest = layOut(election, { utility: chosen, ties: 'list' });
        const purses = emptyPurses(contest);
        runOnce(contest, purses, rational(BigInt(top + 1) * contest.money.moneyScale, bottom));
        for (let v = 0; v < purses.rough.length; v++) {
          expect(purses.rough[v] === 0).toBe(purses.brokeIn[v] !== NEVER);
          if (purses.brokeIn[v] !== NEVER) continue;
          const exact = exactLeft(contest, purses, v);
          openPurse(contest, purses, v);
          const [left, doubt] = [opened.left[0], opened.doubt[0]];
          const float = Number(exact.top) / Number(exact.bottom);
          expect(Math.abs(left - float)).toBeLessThanOrEqual(doubt);
          expect(compare(exact, rational(0))).toBeGreaterThanOrEqual(0);
          expect(float).toBeLessThanOrEqual(purses.rough[v] * purses.step * (1 + 1e-12));
          expect((purses.rough[v] - purses.slack) * purses.step).toBeLessThanOrEqual(float + 1e-12 * purses.each);
        }
      }),
      { numRuns: 400 },
    );
  });
});
