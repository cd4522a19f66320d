import { beforeEach, expect, test } from 'vitest';
import { searchEntries } from '#platform/search.ts';
import { countWaiting, showNeedsDesk } from './desk.ts';
import { enterHallSheet } from './enter-hall-sheet.ts';
import { holdNeeds } from './import/hold-needs.ts';
import { applyHeldNeeds, importNeeds } from './import/import-needs.ts';
import { listNeeds } from './queries.ts';
import { sayYes } from './say-yes.ts';
import { supportNeed } from './support-need.ts';
import { type NeedVillage, needVillage } from './testing.ts';

let v: NeedVillage;
const slug = 'lipovac';
const locale = 'sr-Cyrl';
beforeEach(async () => {
  v = await needVillage();
});

const titles = async (by: string) =>
  (await v.reads(by, (context) => listNeeds(context, slug))).needs.map(({ title }) => title);
const found = (by: string, words: string) =>
  v.reads(by, (context) => searchEntries(context, { communityId: v.communityId, words, withMembers: true }));

test('what is written down for somebody else waits for a yes, unseen and unfound', async () => {
  const number = await v.raise(v.jovan, 'Бака Стана нема дрва', { channel: 'paper' });
  expect(await titles(v.ana)).toEqual([]);
  expect(await found(v.ana, 'Стана')).toEqual([]);
  await expect(v.show(v.ana, number)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(v.as(v.ana, supportNeed, { slug, number, locale })).rejects.toMatchObject({ kind: 'not-found' });
  await expect(v.as(v.vesna, sayYes, { slug, number, answer: 'yes' })).rejects.toMatchObject({ kind: 'not-found' });
  await expect(v.as(v.jovan, sayYes, { slug, number, answer: 'yes' })).rejects.toMatchObject({ kind: 'forbidden' });
  expect(await v.reads(v.mira, (context) => countWaiting(context, v.communityId))).toBe(1);
  expect(await v.reads(v.ana, (context) => countWaiting(context, v.communityId))).toBe(0);
  await v.as(v.mira, sayYes, { slug, number, answer: 'yes' });
  expect(await titles(v.ana)).toEqual(['Бака Стана нема дрва']);
  expect(await found(v.ana, 'stana')).toHaveLength(1);
  const shown = await v.show(v.ana, number);
  expect([shown.need.name, shown.need.channel]).toEqual(['', 'paper']);
});

test('a no keeps it from everyone and may become a yes; a yes stays', async () => {
  const number = await v.raise(v.mira, 'Комшија пије', { channel: 'paper' });
  await v.as(v.mira, sayYes, { slug, number, answer: 'no' });
  expect((await v.reads(v.mira, (context) => showNeedsDesk(context, slug))).waiting).toEqual([]);
  expect(await titles(v.ana)).toEqual([]);
  await v.as(v.mira, sayYes, { slug, number, answer: 'yes' });
  await expect(v.as(v.mira, sayYes, { slug, number, answer: 'no' })).rejects.toThrow('public-already');
});

const rows = [
  { title: 'Чесма у горњој мали', hands: '23', place: 'Горња мала' },
  { title: '', hands: '', place: '' },
  { title: 'Пут до гробља', hands: '8' },
];

test('a hall sheet is one save: new needs, hands counted, and hands for what is listed already', async () => {
  const listed = await v.raise(v.jovan, 'Амбуланта');
  const sheet = { slug, locale, where: 'Дом културе', witness: v.ana, read: 'yes' };
  await expect(v.as(v.ana, enterHallSheet, { ...sheet, rows })).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(v.as(v.mira, enterHallSheet, { ...sheet, rows: [rows[1]] })).rejects.toThrow('sheet-empty');
  await expect(v.as(v.mira, enterHallSheet, { ...sheet, rows, witness: v.mira })).rejects.toThrow('witness');
  await expect(v.as(v.mira, enterHallSheet, { ...sheet, rows: [{ title: 'Пут', hands: 'много' }] })).rejects.toThrow();
  const { numbers } = await v.as<{ numbers: number[] }>(v.mira, enterHallSheet, {
    ...sheet,
    rows: [...rows, { title: '', number: String(listed), hands: '12' }],
  });
  expect(numbers).toHaveLength(3);
  const shown = await Promise.all(numbers.map((number) => v.show(v.vesna, number)));
  expect(shown.map(({ need }) => [need.title, need.hands])).toEqual([
    ['Чесма у горњој мали', 23],
    ['Пут до гробља', 8],
    ['Амбуланта', 12],
  ]);
  expect(shown[0].hands[0]).toMatchObject({ hands: 23, countedWhere: 'Дом културе' });
});

test('a hall sheet that nobody read yet waits', async () => {
  await v.as(v.mira, enterHallSheet, { slug, locale, rows });
  expect(await titles(v.ana)).toEqual([]);
  expect(await v.reads(v.mira, (context) => countWaiting(context, v.communityId))).toBe(2);
});

const file = (text: string) => ({ fileName: 'needs.csv', bytes: new TextEncoder().encode(text) });

test('a list is previewed with its bad rows, brought all or nothing, and waits for a yes', async () => {
  const asking = { actor: await v.actor(v.mira), language: v.house.languages.of('en') };
  const hold = (by: string, text: string) =>
    v.as<{ id: string }>(by, holdNeeds, { slug, source: 'Збор 3. маја', ...file(text) });
  await expect(hold(v.ana, 'naslov\nVoda\n')).rejects.toMatchObject({ kind: 'forbidden' });
  const bad = await hold(v.mira, 'naslov,ruke\nVoda u selu,12\nPut,puno\n');
  await expect(applyHeldNeeds(v.house, asking, { slug, id: bad.id })).rejects.toThrow('bad-rows');
  const good = await hold(v.mira, 'naslov,opis,mesto,ruke\nVoda u selu,Presušila,Gornja mala,12\nПут до школе,,,\n');
  expect(await applyHeldNeeds(v.house, asking, { slug, id: good.id })).toMatchObject({ needs: 2 });
  await expect(applyHeldNeeds(v.house, asking, { slug, id: good.id })).rejects.toThrow('import-gone');
  expect(await titles(v.ana)).toEqual([]);
  const { waiting } = await v.reads(v.mira, (context) => showNeedsDesk(context, slug));
  expect(waiting.map(({ title, hands, locale: written }) => [title, hands, written])).toEqual([
    ['Voda u selu', 12, 'sr-Latn'],
    ['Пут до школе', 0, 'sr-Cyrl'],
  ]);
  await v.as(v.mira, sayYes, { slug, number: waiting[0].number, answer: 'yes' });
  expect(await titles(v.ana)).toEqual(['Voda u selu']);
});

test('a list that breaks in the middle leaves nothing behind', async () => {
  const asking = { actor: await v.actor(v.mira), language: v.house.languages.of('en') };
  const needs = Array.from({ length: 250 }, (_, at) => ({ title: at === 240 ? 'x' : `Потреба ${at}`, hands: 1 }));
  await expect(importNeeds(v.house, asking, { slug, source: 'Списак', needs })).rejects.toThrow();
  const { db } = v.house.database;
  expect(await db.selectFrom('needs.need').select('id').execute()).toEqual([]);
  expect(await db.selectFrom('needs.importList').select('id').execute()).toEqual([]);
});
