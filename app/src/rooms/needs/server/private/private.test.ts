import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { searchEntries } from '#platform/search.ts';
import { enterHelpLine, stepDown } from '#rooms/communities/server/index.ts';
import { listNotices } from '#rooms/messages/server/index.ts';
import { showNeedsDesk } from '../desk.ts';
import { forgetPerson } from '../forget-person.ts';
import { homeOfNeeds } from '../home.ts';
import { mapNeeds } from '../map.ts';
import { listNeeds, openNeeds } from '../queries.ts';
import { type NeedVillage, needVillage } from '../testing.ts';
import { twinsOf } from '../twins.ts';
import { showWeek } from '../week.ts';
import { answerPrivateNeed } from './answer-private-need.ts';
import { showPrivateDoor } from './queries.ts';
import { tellPrivately } from './tell-privately.ts';

let v: NeedVillage;
let teller: string;
const slug = 'lipovac';
const SECRET = 'Plašim se da idem kući';
const words = { slug, words: SECRET, locale: 'sr-Latn' };

beforeEach(async () => {
  v = await needVillage();
  teller = await v.person('Stana');
});

const door = (by: string) => v.reads(by, (context) => showPrivateDoor(context, slug));
const open = async () => {
  await v.grant(v.jovan, 'keeper');
  await v.grant(v.ana, 'keeper');
};

test('there is no door until the community named two keepers', async () => {
  await v.grant(v.jovan, 'keeper');
  await expect(v.as(teller, tellPrivately, words)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(door(teller)).rejects.toMatchObject({ kind: 'not-found' });
  expect((await v.reads(teller, (context) => listNeeds(context, slug))).door).toBe(false);
  await v.grant(v.ana, 'keeper');
  expect((await door(teller)).keepers).toEqual(['Jovan', 'Ana']);
});

test('the two hear it, answer with help lines at hand, and nobody else knows', async () => {
  await open();
  await v.as(v.mira, enterHelpLine, { slug, name: 'СОС телефон', contact: '0800 000 000' });
  await v.as(teller, tellPrivately, words);
  expect((await door(teller)).helpLines).toHaveLength(1);
  for (const keeper of [v.jovan, v.ana])
    expect((await door(keeper)).heard.map((need) => [need.words, need.toldBy])).toEqual([[SECRET, 'Stana']]);
  for (const other of [v.mira, v.vesna]) expect((await door(other)).heard).toEqual([]);
  const { id } = (await door(v.ana)).heard[0];
  await expect(v.as(v.mira, answerPrivateNeed, { slug, id, words: 'Чујем те' })).rejects.toMatchObject({
    kind: 'not-found',
  });
  await v.as(v.ana, answerPrivateNeed, { slug, id, words: 'Ту смо. Дођи код мене.' });
  expect((await door(teller)).mine[0].answers.map(({ by, words: said }) => [by, said])).toEqual([
    ['Ana', 'Ту смо. Дођи код мене.'],
  ]);
});

test('it is nowhere: not in lists, search, duplicates, counts, the week, the map, the desk, notices or announcements', async () => {
  await open();
  await v.as(teller, tellPrivately, words);
  const seen = await v.reads(v.mira, async (context) => {
    const { community, ...list } = await listNeeds(context, slug);
    return [
      list,
      await listNeeds(context, slug, { view: 'mine' }),
      await showNeedsDesk(context, slug),
      await showWeek(context, slug),
      await mapNeeds(context, slug),
      await openNeeds(context, community.id),
      await homeOfNeeds(context, community),
      await twinsOf(context, slug, SECRET),
      await searchEntries(context, { communityId: community.id, words: 'kući', withMembers: true }),
      await listNotices(context),
    ];
  });
  expect(JSON.stringify(seen)).not.toMatch(/Plašim|Stana|needs.private/i);
  const { db } = v.house.database;
  for (const keeper of [v.jovan, v.ana]) {
    const [notice] = (await v.reads(keeper, listNotices)).notices;
    expect(notice.sentence).not.toMatch(/Plašim|Stana/);
  }
  const { rows } = await sql<{ name: string }>`select table_schema || '.' || table_name as name
    from information_schema.tables where table_type = 'BASE TABLE' and table_schema in
    ('needs', 'forum', 'messages', 'platform') and table_name not like 'private\\_%'`.execute(db);
  for (const { name } of rows) {
    const held = await sql.raw<{ text: string }>(`select t::text as text from ${name} t`).execute(db);
    expect(held.rows.filter(({ text }) => /Plašim|Stana/.test(text))).toEqual([]);
  }
  expect(
    (await db.selectFrom('platform.announcement').select('kind').execute()).filter(({ kind }) => /priv/.test(kind)),
  ).toEqual([]);
  expect((await v.reads(v.ana, (context) => listNeeds(context, slug))).needs).toEqual([]);
});

test('its number is missing in no count: the next public need follows the last one', async () => {
  await open();
  const before = await v.raise(v.mira, 'Чесма');
  await v.as(teller, tellPrivately, words);
  expect(await v.raise(v.mira, 'Пут до школе')).toBe(before + 1);
});

test('a keeper who left reads no more, and a later one never reads what was told to others', async () => {
  await open();
  await v.as(teller, tellPrivately, words);
  const { id } = (await door(v.jovan)).heard[0];
  await v.as(v.jovan, stepDown, { slug, role: 'keeper' });
  await expect(door(v.jovan)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(v.as(v.jovan, answerPrivateNeed, { slug, id, words: 'x' })).rejects.toMatchObject({ kind: 'not-found' });
  await v.grant(v.mira, 'keeper');
  expect((await door(v.mira)).heard).toEqual([]);
  expect((await door(v.ana)).heard).toHaveLength(1);
  await expect(v.as(v.mira, answerPrivateNeed, { slug, id, words: 'x' })).rejects.toMatchObject({ kind: 'not-found' });
});

test('it goes when its teller is erased', async () => {
  await open();
  await v.as(teller, tellPrivately, words);
  const { db } = v.house.database;
  await v.reads(teller, (context) => forgetPerson.hear(context, { kind: 'people.person-erased', personId: teller }));
  for (const table of ['needs.privateNeed', 'needs.privateKeeper'] as const)
    expect(await db.selectFrom(table).select('communityId').execute()).toEqual([]);
});
