import { expect, test } from 'vitest';
import { type FoldFacts, mayAnswerAppeal, mayAppeal, mayDecideOn, maySecond, mayUnfold } from './rules.ts';

const fold: FoldFacts = {
  foldedBy: 'mira',
  secondedBy: null,
  authorId: 'ana',
  unfolded: false,
  appealed: false,
  answered: false,
};
const seconded = { ...fold, secondedBy: 'petar' };
const no = (reason: string) => ({ no: `moderation.${reason}` });

test('one folds, another seconds, and nobody decides on their own', () => {
  expect([maySecond(fold, 'petar'), maySecond(fold, 'mira'), maySecond(fold, 'ana')]).toEqual([
    'yes',
    no('second-is-another'),
    no('own'),
  ]);
  expect(maySecond(seconded, 'dana')).toEqual(no('fold-seconded'));
  expect(maySecond({ ...fold, unfolded: true }, 'petar')).toEqual(no('fold-over'));
  expect([mayDecideOn('ana', 'ana'), mayDecideOn(null, 'ana')]).toEqual([no('own'), 'yes']);
});

test('who folded takes it back alone until a second agrees; where nobody can appeal, whoever decides does', () => {
  expect([mayUnfold(fold, 'mira'), mayUnfold(fold, 'petar')]).toEqual(['yes', no('unfold-by-folder')]);
  expect(mayUnfold(seconded, 'mira')).toEqual(no('fold-seconded'));
  expect(mayUnfold({ ...seconded, authorId: null }, 'dana')).toBe('yes');
  expect(mayUnfold({ ...seconded, authorId: null, unfolded: true }, 'dana')).toEqual(no('fold-over'));
});

test('an appeal is made once while the fold stands, and answered once by somebody who had no part in it', () => {
  expect([mayAppeal(fold), mayAppeal({ ...fold, appealed: true }), mayAppeal({ ...fold, unfolded: true })]).toEqual([
    'yes',
    no('appealed-already'),
    no('fold-over'),
  ]);
  const appealed = { ...seconded, appealed: true };
  expect(['dana', 'mira', 'petar', 'ana'].map((who) => mayAnswerAppeal(appealed, who))).toEqual([
    'yes',
    no('appeal-by-another'),
    no('appeal-by-another'),
    no('own'),
  ]);
  expect(mayAnswerAppeal(seconded, 'dana')).toEqual(no('no-appeal'));
  expect(mayAnswerAppeal({ ...appealed, answered: true }, 'dana')).toEqual(no('appeal-answered'));
});
