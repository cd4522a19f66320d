import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCatalogues } from '#platform/language/catalogues.ts';
import { makeLanguages } from '#platform/language/language.ts';
import { barsOf, decidedSentence } from '../../ui/outcome-sentence.ts';
import { stepSentences, TOLD_STEPS } from '../../ui/outcome-words.ts';
import { type BallotKind, type Mark, METHODS, type Method, type MethodOptions } from '../../words.ts';
import { countElection, electionOfBox, supportOf } from './count.ts';
import { resultOf } from './count-decision.ts';

const languages = makeLanguages(readCatalogues(resolve(import.meta.dirname, '../../../../locales')));
const KIND: Record<Method, BallotKind> = {
  majority: 'approval',
  approval: 'approval',
  irv: 'ranked',
  schulze: 'ranked',
  score: 'score',
  consent: 'consent',
  'equal-shares': 'approval',
  greedy: 'approval',
};
const options = ['Bench', 'Lamp', 'Well', 'Books'].map((name, at) => ({
  position: at + 1,
  code: String(at + 1),
  name,
  about: '',
  standing: null,
  cost: String([60, 50, 40, 70][at]),
  excludes: null,
  announced: null,
}));
const mark = (kind: BallotKind, list: readonly number[]): Mark[] =>
  list.map((option, at) => ({
    option,
    value: kind === 'ranked' ? at + 1 : kind === 'consent' ? 3 - (at % 4) : kind === 'score' ? 5 - at : 1,
  }));

function count(
  method: Method,
  lists: readonly (readonly number[])[],
  more: { options?: MethodOptions; budget?: string; byTables?: boolean } = {},
) {
  const kind = KIND[method];
  const budgeted = method === 'equal-shares' || method === 'greedy';
  const decision = {
    method,
    methodOptions: more.options ?? {},
    ballotKind: kind,
    budget: budgeted ? (more.budget ?? '120') : null,
  };
  const used = budgeted ? options : options.map((option) => ({ ...option, cost: null }));
  const ballots = lists.map((list, at) => ({
    marks: mark(kind, list),
    reason: 'The well runs dry',
    ...(more.byTables ? { weight: at < 5 ? '1/5' : '1/3' } : {}),
  }));
  const election = electionOfBox(decision, used, ballots);
  return { election, counted: countElection(decision, election) };
}
const LISTS = [[1, 2], [2, 3], [3], [2, 1, 4], [4, 2], [1, 3], [3, 2], []];

describe('every method this room offers', () => {
  it.each(METHODS)('%s: each step of a count has a sentence in every language', (method) => {
    const given = method === 'majority' ? LISTS.map((list) => list.filter((option) => option <= 2).slice(0, 1)) : LISTS;
    const cases = ['120', '40', '1000', '0'].flatMap((budget) =>
      [true, false].map((byTables) => ({ budget, byTables })),
    );
    for (const { budget, byTables } of cases) {
      const { counted, election } = count(method, given, {
        budget,
        byTables,
        options: method === 'equal-shares' ? { comparison: 'yes' } : {},
      });
      expect(counted.steps.filter(({ kind }) => !TOLD_STEPS.includes(kind))).toEqual([]);
      for (const locale of ['en', 'sr-Cyrl', 'sr-Latn', 'mk', 'sq'] as const) {
        const language = languages.of(locale);
        const told = { method, currency: 'EUR', byTables, nameOf: (code: string) => options[Number(code) - 1].name };
        const facts = { result: resultOf(method, counted, 0), quorumLeast: 0, support: supportOf(election) };
        const sentences = [
          ...stepSentences(language, counted.steps, told),
          decidedSentence(language, counted, { told, facts }),
        ];
        expect(sentences.filter((sentence) => /decisions\.|undefined|NaN|\{\$/.test(sentence))).toEqual([]);
        expect(barsOf(language, counted, { options, facts, told }).length).toBe(options.length);
      }
    }
  });

  it.each(METHODS)('%s: nobody and only blank ballots decide nothing', (method) => {
    for (const lists of [[], [[], []]]) {
      const { counted } = count(method, lists);
      expect(counted.winners).toEqual([]);
      expect(resultOf(method, counted, 0)).toBe('nothing-marked');
    }
  });

  it.each(METHODS)('%s: the order in which ballots lie in the box changes nothing', (method) => {
    const given = method === 'majority' ? LISTS.map((list) => list.slice(0, 1)) : LISTS;
    expect(count(method, [...given].reverse()).counted).toEqual(count(method, given).counted);
  });
});

describe('what a count comes to', () => {
  it('too few ballots decide nothing, whatever they say', () => {
    expect(resultOf('majority', count('majority', [[1], [1]]).counted, 3)).toBe('no-quorum');
  });
  it('a level yes and no leaves things as they are', () => {
    expect(resultOf('majority', count('majority', [[1], [2]]).counted, 0)).toBe('not-carried');
  });
  it('two thirds are needed where the paper said so', () => {
    const counted = count('majority', [[1], [1], [1], [2], [2]], { options: { threshold: '2/3' } }).counted;
    expect(resultOf('majority', counted, 0)).toBe('not-carried');
  });
  it('a tie is reported and goes to what stands higher on the paper', () => {
    const { counted } = count('approval', [[2], [3]]);
    expect([counted.winners, counted.tied]).toEqual([['2'], [['2', '3']]]);
  });
  it('one block with a reason stops a proposal', () => {
    const decision = { method: 'consent', methodOptions: {}, ballotKind: 'consent', budget: null } as const;
    const proposal = [{ ...options[0], cost: null }];
    const box = (reason: string) => [
      { marks: [{ option: 1, value: 3 }], reason: '' },
      { marks: [{ option: 1, value: 0 }], reason },
    ];
    const counted = (reason: string) => countElection(decision, electionOfBox(decision, proposal, box(reason)));
    expect(resultOf('consent', counted('It floods my cellar'), 0)).toBe('not-carried');
  });
});
