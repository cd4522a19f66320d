import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const MOST_LINES = 50;
const MOST_PARAMETERS = 3;

const isTest = (path: string) => /\.(test|journey)\.ts$|\/testing\.ts$|\/test-[\w-]+\.ts$/.test(path);
const code = ['app/{src,bench,db,journeys}/**/*.{ts,svelte}', 'app/static/js/*.js', 'scripts/**/*.{cjs,mjs}'];
const sources = globSync(code, { cwd: root }).filter((path) => !isTest(path));

/** The code of a file at its own lines: what a Svelte page says around its scripts is blank. */
function codeOf(path: string, text: string): string {
  if (!path.endsWith('.svelte')) return text;
  let code = '';
  for (const { 0: all, 1: script, indices } of text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/dg)) {
    const [from] = indices?.[1] ?? [0];
    if (all) code += text.slice(code.length, from).replace(/[^\n]/g, ' ') + script;
  }
  return code;
}

/** Functions of a file that are longer than a screen, or ask for more than three things. */
function tooBig(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, codeOf(path, text), ts.ScriptTarget.Latest, true);
  const lineOf = (place: number) => file.getLineAndCharacterOfPosition(place).line + 1;
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const lines = lineOf(node.end) - lineOf(node.getStart(file)) + 1;
      const parameters = node.parameters.length;
      const where = `${path}:${lineOf(node.getStart(file))}`;
      if (lines > MOST_LINES) found.push(`${where} has ${lines} lines`);
      if (parameters > MOST_PARAMETERS) found.push(`${where} has ${parameters} parameters`);
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

test('every function fits on one screen and asks for three things at most', () => {
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.flatMap((path) => tooBig(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
}, 60_000);

test('a function is measured whatever way it is written, in a page too', () => {
  const lines = (count: number) => '  say();\n'.repeat(count);
  const four = '(a, b, c, d)';
  expect(tooBig('a.ts', `function fits(a, b, c) {\n${lines(48)}}\n`)).toEqual([]);
  expect(tooBig('a.ts', `\nfunction long() {\n${lines(49)}}\n`)).toEqual(['a.ts:2 has 51 lines']);
  expect(tooBig('a.ts', `const add = ${four} => a;\nconst of = { add${four} { return b; } };\n`)).toEqual([
    'a.ts:1 has 4 parameters',
    'a.ts:2 has 4 parameters',
  ]);
  expect(tooBig('a.ts', `class Table { constructor${four} {} }\ntype Add = ${four} => void;`)).toEqual([
    'a.ts:1 has 4 parameters',
  ]);
  expect(tooBig('A.svelte', `<script lang="ts">\nconst add = ${four} => a;\n</script>\n<p>${lines(60)}</p>\n`)).toEqual(
    ['A.svelte:2 has 4 parameters'],
  );
});
