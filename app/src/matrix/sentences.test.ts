import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { readCatalogues } from '#platform/language/catalogues.ts';
import { allRooms } from '#rooms/all.ts';
import { testVillage } from '#rooms/communities/server/testing.ts';
import { load } from '../routes/(open)/c/[slug]/who/+page.server.ts';

const catalogues = readCatalogues(join(import.meta.dirname, '../locales'));
const permissions = allRooms.flatMap((room) => room.permissions.flatMap((table) => Object.values(table)));
const wanted = [
  ...permissions.map(({ sentence }) => sentence),
  ...permissions.flatMap(({ who }) => who.map((role) => `communities.role.${role}`)),
  ...allRooms.map(({ name }) => `communities.room.${name}`),
];

describe.each(['en', 'sr-Cyrl'])('in %s', (locale) => {
  it('every permission has a sentence, and every role and room in it a name', () => {
    const known = catalogues.get(locale);
    expect([...new Set(wanted)].filter((key) => !known?.get(key)?.trim())).toEqual([]);
  });
});

it('the permission of every action stands in a table of its room, so that it is printed', () => {
  const hidden = allRooms.flatMap((room) => {
    const printed = new Set(room.permissions.flatMap((table) => Object.values(table)));
    return room.actions.filter(({ permission }) => !printed.has(permission)).map(({ name }) => name);
  });
  expect(hidden).toEqual([]);
});

describe('the page "Who may do what"', () => {
  let shown: { rooms: { name: string; lines: { sentence: string; who: readonly string[] }[] }[] };
  beforeAll(async () => {
    const { house, person, found } = await testVillage();
    await found(await person('Mira'), 'lipovac');
    const locals = { house: { ...house, rooms: allRooms }, actor: nobody, language: house.languages.of('en') };
    const event = { locals, params: { slug: 'lipovac' }, url: new URL('http://localhost/c/lipovac/who') };
    shown = (await load(event as never)) as typeof shown;
  });

  it('prints every line of every table of every room, with the roles it names', () => {
    const printed = shown.rooms.flatMap(({ lines }) => lines);
    expect(shown.rooms.map(({ name }) => name)).toEqual(allRooms.map(({ name }) => name));
    expect(printed).toEqual(permissions.map(({ sentence, who }) => ({ sentence, who })));
  });

  it('keeps two permissions apart that one sentence would fold into one line', () => {
    const whoOf = new Map<string, string>();
    const twice = permissions.filter(({ sentence, who }) => {
      const roles = who.join();
      const before = whoOf.get(sentence) ?? roles;
      whoOf.set(sentence, before);
      return before !== roles;
    });
    expect(twice).toEqual([]);
  });
});
