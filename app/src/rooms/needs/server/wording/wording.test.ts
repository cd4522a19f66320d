import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { searchEntries } from '#platform/search.ts';
import { listNotices } from '#rooms/messages/server/index.ts';
import { changeNeedState, supportNeed, talkAboutNeed } from '../index.ts';
import { openNeeds } from '../queries.ts';
import { type NeedVillage, needVillage } from '../testing.ts';
import { editNeed } from './edit-need.ts';
import { withdrawNeed } from './withdraw-need.ts';
import { showNeedWordings } from './wordings.ts';

let v: NeedVillage;
let number: number;
const locale = 'sr-Cyrl';
beforeEach(async () => {
  v = await needVillage();
  number = await v.raise(v.jovan, 'Чесма у горњој мали', { words: 'Суши се.', place: 'Горња мала' });
  await v.as(v.ana, supportNeed, { slug: v.slug, number, words: 'И код нас', locale });
});

const edit = (by: string, title: string, more = {}) =>
  v.as(by, editNeed, { slug: v.slug, number, title, words: 'Суши се.', place: 'Горња мала', locale, ...more });
const found = async (words: string) =>
  (
    await v.reads(v.ana, (context) => searchEntries(context, { communityId: v.communityId, words, withMembers: true }))
  ).map(({ kind, title }) => `${kind} ${title}`);
const told = async (who: string) =>
  (await v.reads(who, listNotices)).notices.map(({ href }) => href.split('/').slice(3).join('/'));

it('says a need otherwise and keeps what stood before', async () => {
  await edit(v.jovan, 'Бунар у горњој мали', { point: '43.5821, 21.9034' });
  const { need, reworded } = await v.show(v.ana, number);
  expect([need.title, need.latitude, reworded]).toEqual(['Бунар у горњој мали', 43.5821, true]);
  const { wordings, now } = await v.reads(v.ana, (context) => showNeedWordings(context, { slug: v.slug, number }));
  expect([now.title, ...wordings.map(({ title }) => title)]).toEqual(['Бунар у горњој мали', 'Чесма у горњој мали']);
});

it('is found by its new words, and its talk is called by them', async () => {
  await v.as(v.ana, talkAboutNeed, { slug: v.slug, number, text: 'Имам цев.', locale });
  await edit(v.jovan, 'Бунар за све');
  expect([await found('чесма'), await found('бунар'), await found('цев')]).toEqual([
    [],
    ['need Бунар за све'],
    ['post Бунар за све'],
  ]);
});

it('tells those who said “me too” that they stand behind other words now, and nobody when only the point moved', async () => {
  await edit(v.jovan, 'Чесма у горњој мали', { point: '43.5821, 21.9034' });
  expect(await told(v.ana)).toEqual([]);
  await edit(v.jovan, 'Бунар за све');
  expect([await told(v.ana), await told(v.jovan)]).toEqual([[`needs/${number}/wordings`], []]);
});

it('is edited by its author alone, and only while it is open', async () => {
  for (const by of [v.ana, v.mira, v.vesna]) await expect(edit(by, 'Бунар')).rejects.toThrow('not-yours');
  await v.as(v.mira, changeNeedState, { slug: v.slug, number, state: 'done' });
  await expect(edit(v.jovan, 'Бунар')).rejects.toMatchObject({ reason: 'needs.not-open' });
});

it('is taken back with a reason that everyone reads; who stands behind it stays counted and is told', async () => {
  const take = (by: string, reason = 'Комшије су је очистиле.') =>
    v.as(by, withdrawNeed, { slug: v.slug, number, reason });
  await expect(take(v.mira)).rejects.toThrow('not-yours');
  await expect(take(v.jovan, '')).rejects.toMatchObject({ kind: 'invalid' });
  await take(v.jovan);
  const { need, withdrawal } = await v.show(v.ana, number);
  expect([need.state, need.supporters, withdrawal?.reason]).toEqual(['let-go', 1, 'Комшије су је очистиле.']);
  expect(await told(v.ana)).toEqual([`needs/${number}`]);
  expect(await v.reads(v.ana, (context) => openNeeds(context, v.communityId))).toEqual([]);
  await expect(take(v.jovan)).rejects.toMatchObject({ reason: 'needs.not-open' });
});

it('may be still needed by those who stand behind it', async () => {
  await v.as(v.jovan, withdrawNeed, { slug: v.slug, number, reason: 'Не треба ми.' });
  await v.as(v.mira, changeNeedState, { slug: v.slug, number, state: 'still-needed' });
  expect((await v.show(v.ana, number)).need.state).toBe('still-needed');
});

it('the database keeps one withdrawal a need, with a reason', async () => {
  const { db } = v.house.database;
  const { id } = await v.show(v.ana, number);
  const put = (reason: string) =>
    sql`insert into needs.withdrawal values (${v.communityId}, ${id}, ${reason}, now(), ${v.jovan})`.execute(db);
  await expect(put('')).rejects.toThrow('check');
  await put('Доста.');
  await expect(put('Опет.')).rejects.toThrow('unique');
});
