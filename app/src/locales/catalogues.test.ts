import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCatalogues } from '#platform/language/catalogues.ts';
import { makeLanguages } from '#platform/language/language.ts';
import { isCyrillic } from '#platform/language/latin.ts';

const src = join(import.meta.dirname, '..');
const catalogues = readCatalogues(import.meta.dirname);
const english = catalogues.get('en') ?? new Map<string, string>();

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

const code = walk(src)
  .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(path, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, ''))
  .join('\n');

/** Keys written out in code, and beginnings of keys that code completes (`needs.kind.${kind}`). */
const rooms = [...new Set([...english.keys()].map((key) => key.split('.')[0]))].join('|');
const written = new Set(
  [...code.matchAll(new RegExp(`['"\`]((?:${rooms})\\.[\\w.-]*[\\w-])['"\`]`, 'g'))].map((m) => m[1]),
);
const begun = [...new Set([...code.matchAll(new RegExp(`\`((?:${rooms})\\.[\\w.-]*)\\$\\{`, 'g'))].map((m) => m[1]))];
/** A refusal's reason `needs.too-soon` is the key `needs.refusal.too-soon`. */
const refused = new Set([...written].map((key) => key.replace('.', '.refusal.')));
/** A notice's kind `needs.answered` is the key `needs.notice.answered`. */
const noticed = new Set([...written].map((key) => key.replace('.', '.notice.')));
const used = (key: string): boolean =>
  written.has(key) || refused.has(key) || noticed.has(key) || begun.some((start) => key.startsWith(start));

/** Every sentence of the house is there in each of these; one written in English comes with its sisters. */
const WHOLE = ['sr-Cyrl', 'mk', 'sq'];

test.each(WHOLE)('%s is as complete as English', (locale) => {
  const own = catalogues.get(locale) ?? new Map();
  expect([...english.keys()].filter((key) => !own.has(key))).toEqual([]);
  expect([...own.keys()].filter((key) => !english.has(key))).toEqual([]);
});

test('Latin Serbian is derived, never written', () => expect(catalogues.has('sr-Latn')).toBe(false));

test('every key that code says exists', () => {
  const said = [...code.matchAll(/\bsay\(\s*['"`]([\w.-]+)['"`]/g)].map((m) => m[1]);
  const thrown = [...code.matchAll(/(?:new Refusal\(|\bno: )\s*'([\w.-]+)'/g)].map((m) =>
    m[1].replace('.', '.refusal.'),
  );
  const missing = [...new Set([...said, ...thrown])].filter((key) => key.includes('.') && !english.has(key));
  expect(missing).toEqual([]);
});

test('no key is left that nobody says', () => {
  expect([...english.keys()].filter((key) => !used(key))).toEqual([]);
});

test('every message can be said, with the same placeholders in every language', () => {
  const names = (text: string) => [...new Set([...text.matchAll(/\$([a-zA-Z][\w-]*)/g)].map((m) => m[1]))].sort();
  const wrong: string[] = [];
  for (const [locale, messages] of catalogues)
    for (const [key, text] of messages)
      if (names(text).join() !== names(english.get(key) ?? text).join()) wrong.push(`${locale} ${key}`);
  expect(wrong).toEqual([]);
  const languages = makeLanguages(catalogues);
  for (const locale of ['sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en'] as const)
    for (const [key, text] of english)
      expect(typeof languages.of(locale).say(key, Object.fromEntries(names(text).map((name) => [name, 1])))).toBe(
        'string',
      );
});

test('the source of Serbian is written in Cyrillic and Latin is derived from it', () => {
  const languages = makeLanguages(catalogues);
  expect(isCyrillic(languages.of('sr-Cyrl').say('platform.refusal.not-found'))).toBe(true);
  expect(languages.of('sr-Latn').say('platform.refusal.not-found')).toMatch(/^Ovoga ovde nema/);
});

test('a date or a question at the end of a sentence is followed by no second full stop', () => {
  const { say } = makeLanguages(new Map([['en', new Map([['a.b', 'On {$day}. Again “{$word}”. So be it...']])]])).of(
    'en',
  );
  expect(say('a.b', { day: '25. октобар 2026.', word: 'Who?' })).toBe('On 25. октобар 2026. Again “Who?” So be it...');
});

test('a clock is called as people call it, not as programs do', () => {
  const languages = makeLanguages(catalogues);
  expect(languages.of('sr-Cyrl').clock('Europe/Belgrade')).toBe('Средњеевропско време');
  expect(languages.of('sq').clock('Africa/Nairobi')).toBe('Ora e Afrikës Lindore');
});

test('the clock of the region has twenty-four hours in every language', () => {
  const evening = new Date('2026-11-24T18:05:00Z');
  for (const locale of ['sr-Cyrl', 'sr-Latn', 'mk', 'sq', 'en'] as const)
    expect(makeLanguages(catalogues).of(locale).moment(evening, 'Europe/Belgrade')).toContain('19:05');
});
