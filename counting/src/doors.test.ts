import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as formats from './formats/index.ts';
import * as library from './index.ts';

interface Exported {
  readonly name: string;
  readonly from: string;
}

const here = new URL('.', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, here), 'utf8');

/** What a file exports under which name, and the file that declares it; `export *` is followed. */
function exportedBy(path: string): Exported[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return [...read(path).matchAll(/export (type )?(\*|\{[^}]*\}) from '\.\/([^']+)'/g)].flatMap(([, , names, file]) => {
    if (names === '*') return exportedBy(folder + file);
    const listed = names.slice(1, -1).split(',');
    return listed
      .map((one) => ({ name: one.replace(/^\s*type\s/, '').trim(), from: folder + file }))
      .filter(({ name }) => name !== '');
  });
}

/** The comment right above a declaration; one that is only passed on is looked up where it comes from. */
function docOf({ name, from }: Exported): string {
  const text = read(from);
  const declared = new RegExp(
    `(/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/)?\\s*export (?:async )?(?:function\\*?|const|class|interface|type) ${name}\\b`,
  );
  const found = declared.exec(text);
  if (found) return (found[1] ?? '').replaceAll(/[/*\s]+/g, ' ').trim();
  const passed = exportedBy(from).find((other) => other.name === name);
  if (!passed) throw new Error(`${from} does not declare ${name}`);
  return docOf(passed);
}

const doors = { './index.ts': library, './formats/index.ts': formats };

describe.each(Object.entries(doors))('what %s exports', (door, module) => {
  const all = exportedBy(door);
  it('is what stands in the file', () => {
    const values = Object.keys(module);
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(values));
  });
  it.each(all.map((one) => [one.name, one] as const))('%s says what it is', (name, one) => {
    const doc = docOf(one);
    expect(doc.length).toBeGreaterThan(20);
    const value: unknown = (module as Record<string, unknown>)[name];
    if (typeof value === 'function') expect(doc.length).toBeGreaterThan(40);
  });
});

describe('a method', () => {
  const files: Readonly<Record<string, string>> = { drawPanel: 'sortition', opinionGroups: 'opinion-groups' };
  const kebab = (name: string): string =>
    files[name] ?? name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const counting = exportedBy('./index.ts').filter(({ name }) =>
    existsSync(new URL(`../methods/${kebab(name)}.md`, here)),
  );
  it('has a page', () => expect(counting.length).toBeGreaterThanOrEqual(18));
  it.each(counting.map((one) => [one.name, one] as const))('%s names its page and what it throws', (name, one) => {
    const doc = docOf(one);
    expect(doc).toContain(`methods ${kebab(name)}.md`);
    expect(doc).toMatch(/Throws|Errors|errors/);
  });
});
