import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '..');
const components = globSync('**/*.svelte', { cwd: src }).map((path) => ({
  path,
  text: readFileSync(join(src, path), 'utf8'),
}));

/** Markup alone: without scripts, styles and comments. */
const markup = (text: string): string => text.replace(/<(script|style)[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '');

test('no element carries a style attribute, which the content policy would drop', () => {
  expect(
    components.filter(({ text }) => /\sstyle(:[\w-]+)?=|\{style\}/.test(markup(text))).map(({ path }) => path),
  ).toEqual([]);
});

test('no element calls a script of its own, which the content policy would refuse', () => {
  expect(components.filter(({ text }) => /\son[a-z]+=/.test(markup(text))).map(({ path }) => path)).toEqual([]);
});

test('every form that is posted carries a key, so that a double click or a resend does it once', () => {
  const posted = components.flatMap(({ path, text }) =>
    (markup(text).match(/<form[\s>][\s\S]*?<\/form>/g) ?? []).map((form) => ({ path, form })),
  );
  const keyless = posted.filter(({ path, form }) => {
    const opening = form.slice(0, form.indexOf('>'));
    // Language and theme say again what they said; what they need is in the pages that everyone is given alike.
    if (/^ui\/(Language|Theme)Switch/.test(path)) return false;
    return /method=("post"|\{)/.test(opening) && !form.includes('name="_key"');
  });
  expect(posted.length).toBeGreaterThan(3);
  expect(keyless.map(({ path }) => path)).toEqual([]);
});

/** Black, white and greys: what a sheet made for the printer may name itself. */
const grey = /^#(?:([0-9a-f])\1{2}|([0-9a-f]{2})\2{2})$/i;

test('colours come from the tokens, so that dark and high contrast hold everywhere', () => {
  const own = components.filter(({ text }) => {
    const style = /<style>[\s\S]*<\/style>/.exec(text)?.[0] ?? '';
    return (style.match(/#[0-9a-f]{3,8}\b/gi) ?? []).some((colour) => !grey.test(colour));
  });
  expect(own.map(({ path }) => path)).toEqual([]);
});

test('the parts say nothing in a language of their own', () => {
  const wordy = components
    .filter(({ path }) => path.startsWith('ui/'))
    .filter(({ text }) =>
      /[A-Za-zА-я]{3,}/.test(
        markup(text).replace(/\{(?:[^{}]|\{[^{}]*\})*\}|<(?:[^<>{}]|\{(?:[^{}]|\{[^{}]*\})*\})*>/g, ' '),
      ),
    );
  expect(wordy.map(({ path }) => path)).toEqual([]);
});
