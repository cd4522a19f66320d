import { describe, expect, it } from 'vitest';
import { electionOf, type PlainBallot, type PlainElection, type PlainMarks } from './ballots/election-of.ts';
import type { BallotKind, Election } from './election.ts';
import type { Outcome, TieOrder } from './outcome.ts';

/** What the common trials need to know about a method. */
export interface Trial {
  /** The method's name, for the titles. */
  readonly method: string;
  readonly kind: BallotKind;
  /** Counts, breaking ties in the order given. */
  count(election: Election, ties: TieOrder): Outcome;
  /** What the elections of this method carry besides ballots: budget, seats, scale, costs by option id. */
  readonly setting?: Partial<PlainElection> & { readonly costs?: Readonly<Record<string, string>> };
  /** False for a method in which level options may all win together (consent, majority). */
  readonly chooses?: boolean;
}

const ids: readonly string[] = ['ash', 'birch', 'cedar', 'dogwood'];

/** What every counting method must survive (house rule 12): no ballots, one ballot, all tied, shuffled ballots, shuffled options. */
export function commonTrials(trial: Trial): void {
  const { count, method } = trial;
  const elect = (ballots: readonly PlainBallot[], options = ids) => electionOf(plainElection(trial, ballots, options));

  describe(`common trials of ${method}`, () => {
    it('elects nobody when there are no ballots', () => {
      expect(count(elect([]), ids)).toMatchObject({ method, winners: [], counted: 0, blank: 0 });
    });
    it('elects nobody when every ballot is blank', () => {
      const blank = { marks: trial.kind === 'approval' || trial.kind === 'ranked' ? [] : {}, times: 3 };
      expect(count(elect([blank]), ids)).toMatchObject({ winners: [], counted: 3, blank: 3 });
    });
    it('lets a single ballot decide', () => {
      expect(count(elect([{ marks: favouring(trial.kind, 'cedar') }]), ids).winners[0]).toBe('cedar');
    });
    it('breaks a tie of all by the order given, and reports it', () => {
      const ballots = ids.map((id) => ({ marks: favouring(trial.kind, id) }));
      const outcome = count(elect(ballots), ['cedar', 'ash', 'dogwood', 'birch']);
      if (trial.chooses === false) return;
      expect(outcome.winners[0]).toBe('cedar');
      expect(outcome.tied.flat()).toEqual(expect.arrayContaining(outcome.winners as string[]));
      expect(outcome.tied.length).toBeGreaterThan(0);
    });
    it('does not care in which order the ballots lie', () => {
      for (const ballots of manyElections(trial.kind)) {
        expect(count(elect([...ballots].reverse()), ids)).toEqual(count(elect(ballots), ids));
      }
    });
    it('does not care in which order the options are listed', () => {
      for (const ballots of manyElections(trial.kind)) {
        const turned = count(elect(ballots, ['dogwood', 'ash', 'cedar', 'birch']), ids);
        expect(turned.winners.toSorted()).toEqual(count(elect(ballots), ids).winners.toSorted());
      }
    });
    it('counts merged ballots like ballots that stand alone', () => {
      const merged: PlainBallot[] = [{ marks: favouring(trial.kind, 'birch'), times: 3 }];
      const alone = [1, 2, 3].map(() => ({ marks: favouring(trial.kind, 'birch') }));
      expect(count(elect(merged), ids)).toEqual(count(elect(alone), ids));
    });
  });
}

function plainElection(trial: Trial, ballots: readonly PlainBallot[], options: readonly string[]): PlainElection {
  const { costs, ...setting } = trial.setting ?? {};
  const scale = trial.kind === 'grades' ? ['reject', 'poor', 'good', 'excellent'] : undefined;
  return {
    ...(scale && { scale }),
    ...setting,
    kind: trial.kind,
    options: options.map((id) => (costs ? { id, cost: costs[id] ?? '1' } : id)),
    ballots,
  };
}

/** A ballot that wants one option, in the words of its kind. */
function favouring(kind: BallotKind, id: string): PlainMarks {
  if (kind === 'approval' || kind === 'ranked') return [id];
  return { [id]: kind === 'grades' ? 'excellent' : kind === 'consent' ? 'agree' : 3 };
}

/** Twenty small elections, always the same ones. */
function manyElections(kind: BallotKind): PlainBallot[][] {
  let state = 7;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
  const ballot = (): PlainBallot => {
    const mixed = ids.map((id) => ({ id, at: below(1000) })).sort((a, b) => a.at - b.at);
    const chosen = mixed.slice(0, 1 + below(ids.length)).map(({ id }) => id);
    if (kind === 'approval' || kind === 'ranked') return { marks: chosen };
    return { marks: Object.fromEntries(chosen.map((id) => [id, wordOf(kind, below(4))])) };
  };
  return Array.from({ length: 20 }, () => Array.from({ length: 2 + below(12) }, ballot));
}

function wordOf(kind: BallotKind, at: number): number | string {
  if (kind === 'grades') return ['reject', 'poor', 'good', 'excellent'][at];
  return kind === 'consent' ? ['block', 'concern', 'stand aside', 'agree'][at] : at;
}
