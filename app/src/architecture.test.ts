import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { roomMap } from './rooms/rooms.ts';

const src = import.meta.dirname;
const sources = walk(src).filter((path) => /\.(ts|svelte)$/.test(path));
const isTest = (path: string) => /\.test\.ts$|\/testing\.ts$|\/test-[\w-]+\.ts$/.test(path);

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [relative(src, path)];
  });
}

/** Paths under src that a file imports, aliases resolved; packages keep their name. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(src, path), 'utf8');
  return [...text.matchAll(/(?:from\s+|import\s+|import\()\s*['"]([^'"]+)['"]/g)].map(([, target]) => {
    if (target.startsWith('#')) return target.slice(1).replace(/^env$/, 'env.ts');
    return target.startsWith('.') ? relative(src, resolve(src, dirname(path), target)) : `package:${target}`;
  });
}

const roomOf = (path: string): string | undefined => /^rooms\/([\w-]+)\//.exec(path)?.[1];
const breaches = (law: (path: string, target: string) => boolean, files = sources): string[] =>
  files.flatMap((path) =>
    importsOf(path)
      .filter((target) => law(path, target))
      .map((target) => `${path} → ${target}`),
  );

test('rooms walk into each other only by the two doors, and only where the map allows', () => {
  const map: Record<string, readonly string[]> = roomMap;
  const wrong = breaches((path, target) => {
    const [from, to] = [roomOf(path), roomOf(target)];
    if (!to || from === to) return false;
    if (from && !map[from]?.includes(to)) return true;
    const door = /^rooms\/[\w-]+\/(index|server\/index)\.ts$/.test(target);
    const part = /^rooms\/[\w-]+\/(seed\.ts|tables\.ts|ui\/[\w-]+\.(svelte|ts))$/.test(target) && !from;
    // What a page shows of another room: a post can be folded by the forms of moderation.
    const shown = /\/ui\//.test(path) && /^rooms\/[\w-]+\/ui\/\w+\.svelte$/.test(target);
    return !door && !part && !shown && !isTest(path);
  });
  expect(wrong).toEqual([]);
});

test('the map of rooms has no circle and lists every room that stands', () => {
  const seen: string[] = [];
  for (const [room, walks] of Object.entries(roomMap)) {
    expect(walks.filter((other) => !seen.includes(other))).toEqual([]);
    seen.push(room);
  }
  const standing = readdirSync(join(src, 'rooms')).filter((name) => statSync(join(src, 'rooms', name)).isDirectory());
  expect([...standing].sort()).toEqual([...seen].sort());
});

test('the platform knows no room, and nobody but web and routes knows SvelteKit', () => {
  expect(
    breaches((path, target) => path.startsWith('platform/') && /^(rooms|web|routes|front)\//.test(target)),
  ).toEqual([]);
  const kit = (target: string) => /^package:(@sveltejs\/kit|\$app)/.test(target);
  expect(
    breaches((path, target) => kit(target) && !/^(web|routes)\/|^hooks\.|^app\.d\.ts|^ui\/.*\.svelte$/.test(path)),
  ).toEqual([]);
  expect(breaches((path, target) => path.startsWith('rooms/') && /^(web|routes|front)\//.test(target))).toEqual([]);
});

test('door 1 and ui are safe for a browser: nothing of a server folder, no database', () => {
  const browserSide = sources.filter((path) => /^rooms\/[\w-]+\/(index|words|rules|permissions)\.ts$/.test(path));
  expect(
    breaches((_path, target) => /\/server\/|database\/(?!tables)|^package:(node:|pg|kysely)/.test(target), browserSide),
  ).toEqual([]);
});

test('the world comes in through the context: no clock, dice or environment in a room', () => {
  const rooms = sources.filter((path) => path.startsWith('rooms/') && path.endsWith('.ts') && !isTest(path));
  const wild = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.env\b/;
  expect(rooms.filter((path) => wild.test(readFileSync(join(src, path), 'utf8')))).toEqual([]);
});

test('only stores write tables, and a store writes only its own room’s', () => {
  const isStore = (path: string) => /\/([\w-]+-)?store(-[\w-]+)?\.ts$/.test(path);
  const writes = /\.(insertInto|updateTable|deleteFrom)\(\s*'([\w-]+)\./g;
  const wrong = sources
    .filter((path) => path.startsWith('rooms/') && !isTest(path))
    .flatMap((path) =>
      [...readFileSync(join(src, path), 'utf8').matchAll(writes)]
        .filter(
          ([, , schema]) => !isStore(path) || schema.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`) !== roomOf(path),
        )
        .map(([, verb, schema]) => `${path}: ${verb} ${schema}`),
    );
  expect(wrong).toEqual([]);
});

test('everything stays on one screen: no file over 300 lines, nine in ten under 200', () => {
  const lengths = sources
    .filter((path) => !isTest(path) && path !== 'architecture.test.ts')
    .map((path) => ({ path, lines: readFileSync(join(src, path), 'utf8').split('\n').length }));
  expect(lengths.filter(({ lines }) => lines > 301)).toEqual([]);
  expect(lengths.filter(({ lines }) => lines > 200).length).toBeLessThanOrEqual(lengths.length / 10);
});

test('nothing is called utils, helpers, common, manager or service', () => {
  expect(sources.filter((path) => /\b(utils?|helpers?|common|managers?|services?)\b/.test(path))).toEqual([]);
});

test('what a door exports says above itself what it is: every function, every shape and every list of words', () => {
  expect(
    sources.filter((path) => /^rooms\/[\w-]+\/(server\/)?index\.ts$/.test(path)).flatMap((door) => unsaid(door)),
  ).toEqual([]);
});

/** What stands in a file (only `names`, where they are given) or comes through it from another one without a sentence above. */
function unsaid(path: string, names?: readonly string[]): string[] {
  const text = readFileSync(join(src, path), 'utf8');
  const from = (target: string) => join(dirname(path), target);
  const said = /^export (?:(?:async )?function\*? |class |interface |const (?=\w+ = (?:\[|\(|async \()))(\w+)/gm;
  const here = [...text.matchAll(said)]
    .filter(([, name]) => !names || names.includes(name))
    .filter(({ index }) => !text.slice(0, index).trimEnd().endsWith('*/'))
    .map(([, name]) => `${path}: ${name}`);
  const whole = [...text.matchAll(/^export \* from '(\.[^']+)'/gm)].flatMap(([, target]) => unsaid(from(target)));
  const named = [...text.matchAll(/^export (?:type )?\{([^}]*)\} from '(\.[^']+)'/gm)].flatMap(([, list, target]) =>
    unsaid(
      from(target),
      list.split(',').map(
        (name) =>
          name
            .trim()
            .replace(/^type /, '')
            .split(' as ')[0],
      ),
    ),
  );
  return [...here, ...whole, ...named];
}
