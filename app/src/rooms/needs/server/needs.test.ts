import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { runAction } from '#platform/run-action.ts';
import { joinCommunity } from '#rooms/communities/server/index.ts';
import { listNotices } from '#rooms/messages/server/index.ts';
import { changeNeedState } from './change-need-state.ts';
import { groupNeeds } from './group-needs.ts';
import { homeOfNeeds } from './home.ts';
import { knownPlaces, mapNeeds } from './map.ts';
import { mergeNeeds, partNeeds } from './merge-needs.ts';
import { noteVisit } from './note-visit.ts';
import { offerAsset, withdrawOffer } from './offers/offer-asset.ts';
import { listOffers } from './offers/queries.ts';
import { listNeeds, openNeeds } from './queries.ts';
import { raiseNeed } from './raise-need.ts';
import { supportNeed, withdrawSupport } from './support-need.ts';
import { talkAboutNeed } from './talk-about-need.ts';
import { type NeedVillage, needVillage } from './testing.ts';
import { twinsOf } from './twins.ts';
import { showWeek } from './week.ts';

let v: NeedVillage;
const slug = 'lipovac';
const locale = 'sr-Cyrl';
beforeEach(async () => {
  v = await needVillage();
});

const list = (by: string, filter = {}) => v.reads(by, (context) => listNeeds(context, slug, filter));
const titles = async (by: string, filter = {}) => (await list(by, filter)).needs.map(({ title }) => title);

test('anyone signed in raises a need, and it is public with a number at once', async () => {
  const number = await v.raise(v.vesna, 'Чесма у горњој мали', { place: 'Горња мала', point: '43.58, 21.90' });
  const { need, states } = await v.show(v.ana, number);
  expect(need).toMatchObject({ title: 'Чесма у горњој мали', latitude: 43.58, longitude: 21.9, state: 'raised' });
  expect(states.map(({ state }) => state)).toEqual(['raised']);
  expect(await titles(v.ana)).toEqual(['Чесма у горњој мали']);
});

test('the charter may keep raising needs for members', async () => {
  const { db } = v.house.database;
  await sql`update communities.charter set rules = jsonb_set(rules, '{choices,raiseNeed}', '"member"')`.execute(db);
  await expect(v.raise(v.vesna, 'Пут до гробља')).rejects.toMatchObject({ kind: 'forbidden' });
  expect(await v.raise(v.jovan, 'Пут до гробља')).toBeGreaterThan(0);
});

test('a form sent twice raises one need', async () => {
  const asking = { actor: await v.actor(v.jovan), language: v.house.languages.of('en'), key: 'the-same-key' };
  const input = { slug, title: 'Сијалица код школе', locale };
  const first = await runAction(v.house, asking, { action: raiseNeed, input });
  expect(await runAction(v.house, asking, { action: raiseNeed, input })).toEqual(first);
  expect(await titles(v.ana)).toHaveLength(1);
});

test('whoever signs as a member is not named, and a former member stays without a name', async () => {
  await v.raise(v.jovan, 'Мост преко потока');
  const { db } = v.house.database;
  await sql`update needs.need set signs_as = 'inside'`.execute(db);
  expect((await list(v.ana)).needs[0]).toMatchObject({ name: 'Jovan' });
  expect((await list(v.vesna)).needs[0]).toMatchObject({ name: '', signed: 'member' });
  await sql`update people.person set name = '' where id = ${v.jovan}`.execute(db);
  expect((await list(v.ana)).needs[0]).toMatchObject({ name: '', signed: 'former' });
});

test('each says "me too" once, with words of their own, and may take it back', async () => {
  const number = await v.raise(v.jovan, 'Амбуланта једном недељно');
  await v.as(v.ana, supportNeed, { slug, number, locale, words: 'Мајка не може до града.' });
  await v.as(v.ana, supportNeed, { slug, number, locale, words: 'Мајка не може до града аутобусом.' });
  await v.as(v.mira, supportNeed, { slug, number, locale });
  const shown = await v.show(v.ana, number);
  expect(shown.need.supporters).toBe(2);
  expect(shown.support.withWords.map(({ words }) => words)).toEqual(['Мајка не може до града аутобусом.']);
  await v.as(v.ana, withdrawSupport, { slug, number });
  const after = await v.show(v.ana, number);
  expect([after.need.supporters, after.support.mine, after.support.withWords]).toEqual([1, null, []]);
  await expect(v.as(v.vesna, supportNeed, { slug, number, locale })).rejects.toMatchObject({ kind: 'forbidden' });
});

test('what became of it is written down by a facilitator of this community, and told', async () => {
  const number = await v.raise(v.jovan, 'Аутобус суботом');
  const change = (by: string, state: string) =>
    v.as(by, changeNeedState, { slug, number, state, words: 'Разговарали са превозником.' });
  for (const other of [v.jovan, v.vesna])
    await expect(change(other, 'taken-up')).rejects.toMatchObject({ kind: 'forbidden' });
  await change(v.mira, 'taken-up');
  await expect(change(v.mira, 'taken-up')).rejects.toThrow('same-state');
  await change(v.mira, 'done');
  const { states, need } = await v.show(v.ana, number);
  expect([need.state, states.map(({ state, by }) => [state, by])]).toEqual([
    'done',
    [
      ['raised', ''],
      ['taken-up', 'Mira'],
      ['done', 'Mira'],
    ],
  ]);
  expect((await v.reads(v.jovan, listNotices)).notices.length).toBeGreaterThan(0);
  expect(await v.reads(v.jovan, (context) => openNeeds(context, v.communityId))).toEqual([]);
});

test('an official answers in the talk and changes nothing', async () => {
  const number = await v.raise(v.jovan, 'Осветљење');
  const savic = await v.person('Savić');
  await v.grant(savic, 'official');
  const state = { slug, number, state: 'done' };
  await expect(v.as(savic, changeNeedState, state)).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(v.as(savic, supportNeed, { slug, number, locale })).rejects.toMatchObject({ kind: 'forbidden' });
  const { postId } = await v.as<{ postId: string }>(savic, talkAboutNeed, {
    slug,
    number,
    locale,
    text: 'Поставићемо *до* петка.',
  });
  const { talk } = await v.show(v.ana, number);
  expect(talk.posts.map(({ id, name }) => [id, name])).toEqual([[postId, 'Savić']]);
  expect((await v.reads(v.jovan, listNotices)).notices[0].href).toBe(`/c/${slug}/needs/${number}#p-${postId}`);
});

test('merged needs stand as one with everyone once, and part again as they were', async () => {
  const one = await v.raise(v.jovan, 'Вода у горњој мали');
  const two = await v.raise(v.ana, 'Чесма не ради');
  for (const number of [one, two]) await v.as(v.mira, supportNeed, { slug, number, locale });
  await v.as(v.ana, supportNeed, { slug, number: two, locale });
  await expect(v.as(v.jovan, mergeNeeds, { slug, number: two, into: one })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await expect(v.as(v.mira, mergeNeeds, { slug, number: one, into: one })).rejects.toThrow('same-need');
  await v.as(v.mira, mergeNeeds, { slug, number: two, into: one });
  expect(await titles(v.ana)).toEqual(['Вода у горњој мали']);
  const together = await v.show(v.ana, one);
  expect([together.need.supporters, together.merged.map(({ number }) => number)]).toEqual([2, [two]]);
  expect((await v.show(v.ana, two)).into?.number).toBe(one);
  const three = await v.raise(v.ana, 'Трећа потреба');
  await expect(v.as(v.mira, mergeNeeds, { slug, number: one, into: three })).rejects.toThrow('holds-others');
  await expect(v.as(v.mira, mergeNeeds, { slug, number: three, into: two })).rejects.toThrow('merged-already');
  await v.as(v.mira, partNeeds, { slug, number: two });
  expect([(await v.show(v.ana, one)).need.supporters, (await v.show(v.ana, two)).need.supporters]).toEqual([1, 2]);
  expect(await titles(v.ana)).toHaveLength(3);
});

test('a duplicate is found while it is typed, in either script and without diacritics', async () => {
  const number = await v.raise(v.jovan, 'Шљиве се суше, вода не стиже до горње мале');
  for (const typed of ['voda ne stize', 'вода не стиже до мале', 'sljive se suse'])
    expect((await v.reads(v.vesna, (context) => twinsOf(context, slug, typed))).map((twin) => twin.number)).toEqual([
      number,
    ]);
  expect(await v.reads(v.vesna, (context) => twinsOf(context, slug, 'сијалица'))).toEqual([]);
});

test('facilitators group needs under themes, and the list is narrowed by state, theme and mine', async () => {
  const one = await v.raise(v.jovan, 'Чесма');
  const two = await v.raise(v.ana, 'Пут');
  await v.as(v.mira, groupNeeds, { slug, numbers: [one], theme: 'Вода' });
  await v.as(v.mira, changeNeedState, { slug, number: two, state: 'done' });
  expect(await titles(v.vesna, { theme: 'Вода' })).toEqual(['Чесма']);
  expect(await titles(v.vesna, { state: 'done' })).toEqual(['Пут']);
  expect(await titles(v.jovan, { view: 'mine' })).toEqual(['Чесма']);
  await v.as(v.jovan, supportNeed, { slug, number: two, locale });
  expect(await titles(v.jovan, { view: 'mine' })).toEqual(['Пут', 'Чесма']);
  await v.as(v.mira, groupNeeds, { slug, numbers: [one], theme: '' });
  expect(await titles(v.vesna, { theme: 'Вода' })).toEqual([]);
});

test('the list pages by key, fifty a page', async () => {
  const { db } = v.house.database;
  await v.raise(v.jovan, 'Прва');
  await sql`insert into needs.need (community_id, id, number, title, locale, settlement_only, raised_by, signs_as, channel, raised_at, touched_at)
    select community_id, gen_random_uuid(), 1000 + g, 'Потреба ' || g, locale, true, raised_by, signs_as, channel, raised_at, touched_at
    from needs.need, generate_series(1, 60) g`.execute(db);
  await sql`insert into needs.publication_consent select community_id, id, 'yes', 'raiser', ${v.jovan}, raised_at
    from needs.need on conflict do nothing`.execute(db);
  const first = await list(v.ana);
  expect([first.needs.length, first.next]).toEqual([50, 1011]);
  const second = await list(v.ana, { before: first.next });
  expect([second.needs.length, second.next]).toEqual([11, null]);
});

test('somebody who comes back sees what changed since', async () => {
  const old = await v.raise(v.jovan, 'Стара потреба');
  await v.as(v.ana, noteVisit, { slug });
  v.house.passDays(3);
  await v.as(v.ana, noteVisit, { slug });
  await v.raise(v.jovan, 'Нова потреба');
  expect(await titles(v.ana, { view: 'new' })).toEqual(['Нова потреба']);
  expect((await list(v.ana)).needs.map(({ fresh }) => fresh)).toEqual([true, false]);
  await v.as(v.mira, changeNeedState, { slug, number: old, state: 'taken-up' });
  expect(await titles(v.ana, { view: 'new' })).toHaveLength(2);
  expect((await list(v.vesna)).since).toBeUndefined();
});

test('what one can bring is offered to a need or by itself, and taken back by who offered it', async () => {
  const need = await v.raise(v.jovan, 'Кров на дому културе');
  const offer = { slug, kind: 'skills', title: 'Тесар сам, имам два дана', locale };
  const { number } = await v.as<{ number: number }>(v.ana, offerAsset, { ...offer, need });
  await v.as(v.vesna, offerAsset, { ...offer, kind: 'land', title: 'Ливада код реке' });
  expect((await v.show(v.mira, need)).offers.map(({ title }) => title)).toEqual([offer.title]);
  expect((await v.reads(v.mira, (context) => listOffers(context, slug, {}))).offers).toHaveLength(2);
  await expect(v.as(v.jovan, withdrawOffer, { slug, number })).rejects.toMatchObject({ kind: 'forbidden' });
  await v.as(v.ana, withdrawOffer, { slug, number });
  expect((await v.show(v.mira, need)).offers).toEqual([]);
});

test('the front page, the week and the map tell what was raised', async () => {
  const number = await v.raise(v.jovan, 'Чесма', { place: 'Горња мала', point: '43.58, 21.90' });
  const community = (await list(v.ana)).community;
  const home = await v.reads(v.ana, (context) => homeOfNeeds(context, community));
  expect(home.raised?.map(({ href }) => href)).toEqual([`/c/${slug}/needs/${number}`]);
  const week = await v.reads(v.mira, (context) => showWeek(context, slug));
  expect(week.raised.map(({ title }) => title)).toEqual(['Чесма']);
  await expect(v.reads(v.ana, (context) => showWeek(context, slug))).rejects.toMatchObject({ kind: 'forbidden' });
  const map = await v.reads(v.ana, (context) => mapNeeds(context, slug));
  expect([map.points.length, map.places.map(({ name }) => name)]).toEqual([1, ['Горња мала']]);
});

test('one place of the map has one name, in the script of who reads, whichever people wrote it in', async () => {
  await v.raise(v.jovan, 'Чесма', { place: 'Горња мала' });
  await v.raise(v.ana, 'Расвета', { place: 'Gornja  mala' });
  await v.raise(v.ana, 'Клупа', { place: '' });
  const placesIn = async (locale: 'sr-Cyrl' | 'sr-Latn') => {
    const language = v.house.languages.of(locale);
    return (await v.reads(v.ana, (context) => mapNeeds({ ...context, language }, slug))).places;
  };
  const cyrillic = await placesIn('sr-Cyrl');
  expect(cyrillic.map(({ needs }) => needs.map(({ title }) => title))).toEqual([['Расвета', 'Чесма'], ['Клупа']]);
  expect(cyrillic.map(({ name }) => name)).toEqual(['Горња мала', '']);
  expect((await placesIn('sr-Latn'))[0]?.name).toMatch(/^Gornja\s+mala$/);
});

test('people of another community see the same list and touch nothing of it', async () => {
  const number = await v.raise(v.jovan, 'Чесма');
  await v.as(v.vesna, joinCommunity, { slug: 'lipovac', belonging: 'other', oldEnough: 'yes' });
  expect(await titles(v.vesna)).toEqual(['Чесма']);
  for (const [action, more] of [
    [mergeNeeds, { number, into: number }],
    [groupNeeds, { numbers: [number], theme: 'Вода' }],
    [changeNeedState, { number, state: 'done' }],
  ] as const)
    await expect(v.as(v.vesna, action, { slug, ...more })).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(v.as(v.vesna, changeNeedState, { slug: 'drugo', number, state: 'done' })).rejects.toMatchObject({
    kind: 'not-found',
  });
});

test('the database refuses what may not be', async () => {
  await v.raise(v.jovan, 'Чесма');
  const { db } = v.house.database;
  for (const wrong of [
    sql`update needs.need set raised_by = null`,
    sql`update needs.need set latitude = 43`,
    sql`update needs.need set settlement_only = true, latitude = 43, longitude = 21`,
    sql`update needs.need set channel = 'import'`,
    sql`update needs.need set witness_id = ${v.ana}, entered_by = ${v.ana}`,
    sql`update needs.need set state = 'forgotten'`,
    sql`update needs.publication_consent set answer = 'no'`,
    sql`insert into needs.merge select community_id, id, id, id, '', now(), raised_by from needs.need`,
    sql`update needs.need set theme_id = gen_random_uuid()`,
    sql`insert into needs.hands select community_id, id, id, -1, '', now(), raised_by from needs.need`,
    sql`insert into needs.hands select community_id, id, id, 3, '', now(), raised_by, raised_by from needs.need`,
    sql`insert into needs.asking_again select community_id, gen_random_uuid(), id, now(), 'done', '' from needs.need`,
    sql`insert into needs.support select community_id, id, raised_by, 'x', locale, 'name', now(), now() from needs.need`,
  ])
    await expect(wrong.execute(db)).rejects.toThrow();
});

test('a need stands in the centre of the community when its raiser says so and gives no other point', async () => {
  const { communityId } = v;
  await v.house.database.db
    .updateTable('communities.community')
    .set({ latitude: 43.58, longitude: 21.9 })
    .where('id', '=', communityId)
    .execute();
  const at = async (more: Readonly<Record<string, unknown>>) => {
    const { need } = await v.show(v.ana, await v.raise(v.jovan, `Потреба ${JSON.stringify(more).length}`, more));
    return [need.latitude, need.longitude];
  };
  expect(await at({ centre: 'yes' })).toEqual([43.58, 21.9]);
  expect(await at({ centre: 'yes', point: '43.1, 22.1' })).toEqual([43.1, 22.1]);
  expect(await at({ centre: '' })).toEqual([null, null]);
  const known = await v.reads(v.ana, (context) => knownPlaces(context, slug));
  expect(known).toEqual({
    centre: [43.58, 21.9],
    points: [
      { number: 2, at: [43.1, 22.1] },
      { number: 1, at: [43.58, 21.9] },
    ],
  });
});
