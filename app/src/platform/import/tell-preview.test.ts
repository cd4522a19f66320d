import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appDir } from '../app-dir.ts';
import { readCatalogues } from '../language/catalogues.ts';
import { makeLanguages } from '../language/language.ts';
import { tellPreview } from './tell-preview.ts';

const language = makeLanguages(readCatalogues(join(appDir, 'src/locales'))).of('en');
const wrong = (line: number) => ({
  line,
  cells: ['Ana', '', 'somewhere'],
  problems: [
    { problem: { key: 'platform.import.twice', facts: { line: 2 } } },
    { problem: { key: 'platform.invalid.missing' } },
  ],
});

test('a wrong line is told by its number, by what stands in it, and by everything that is wrong with it', () => {
  const told = tellPreview(language, { bad: [wrong(7)], unused: ['shoes', 'hat'] });
  const [line, stands, why] = told.rows[0] ?? [];
  expect([line, stands]).toEqual([7, 'Ana · somewhere']);
  expect(why).toContain(language.say('platform.import.twice', { line: 2 }));
  expect(why).toContain(language.say('platform.invalid.missing'));
  expect(told.bad).toContain('One line');
  expect(told.more).toBeUndefined();
  expect(told.unused).toContain('shoes');
});

test('of very many wrong lines the first hundred are shown, and that is said', () => {
  const told = tellPreview(language, { bad: Array.from({ length: 101 }, (_, at) => wrong(at)), unused: [] });
  expect(told.rows).toHaveLength(100);
  expect(told.bad).toContain('101');
  expect(told.more).toContain('100');
});

test('of a file that was understood whole nothing is told', () => {
  const { bad, more, unused, rows } = tellPreview(language, { bad: [], unused: [] });
  expect({ bad, more, unused, rows }).toEqual({ bad: undefined, more: undefined, unused: undefined, rows: [] });
});
