import { expect, test } from 'vitest';
import { toLatin, toPlain } from './latin.ts';

test('Serbian Cyrillic becomes Latin letter by letter', () => {
  expect(toLatin('Шљива, њива, џем и ђак')).toBe('Šljiva, njiva, džem i đak');
});
test('a capital digraph follows its neighbours', () => {
  expect(toLatin('Љубав ЉУБАВ НИЊА')).toBe('Ljubav LJUBAV NINJA');
});
test('search finds a word across scripts and without diacritics', () => {
  for (const spelling of ['шљива', 'šljiva', 'sljiva', 'Шљива']) expect(toPlain(spelling)).toBe('sljiva');
  expect(toPlain('Ђура')).toBe(toPlain('Đura'));
});
test('Macedonian letters have a Latin form', () => {
  expect(toPlain('Ѓорѓи, куќа, ѕвезда')).toBe('gorgi, kuka, dzvezda');
});
