import { beforeEach, describe, expect, it } from 'vitest';
import { system } from '#platform/actor.ts';
import { runParsed } from '#platform/run-action.ts';
import { leaveCommunity } from '#rooms/communities/server/index.ts';
import { addSession } from './add-session.ts';
import { chooseTable, leaveTable, seatAtTable } from './choose-table.ts';
import { leaveTables } from './forget-seats.ts';
import { bringReport, formGroup } from './form-group.ts';
import { endModerator, nameModerator } from './name-moderator.ts';
import { noteRecommendation } from './note-recommendation.ts';
import { reviseCycle } from './revise-cycle.ts';
import { secureMoney } from './secure-money.ts';
import { setTable } from './set-table.ts';
import { showCycle } from './show-cycle.ts';
import { showTable } from './show-table.ts';
import { removePerson } from './store.ts';
import { talkAtTable } from './talk-at-table.ts';
import { type Forum, testForum } from './testing.ts';
import { writeIdea } from './write-idea.ts';
import { writeInput } from './write-input.ts';
import { writeRecommendation } from './write-recommendation.ts';

let forum: Forum;
beforeEach(async () => {
  forum = await testForum(3);
});

const page = (who: string) => forum.reads(who, (context) => showCycle(context, forum));
const table = (who: string, position: number) =>
  forum.reads(who, (context) => showTable(context, { ...forum, table: position }));

describe('the tables of a forum', () => {
  it('a free one is always there, the public body sits at one, and the organisers’ has no vote', async () => {
    const { tables } = await page(forum.mira);
    expect(tables.map(({ position, kind }) => [position, kind])).toEqual([
      [1, 'free'],
      [2, 'public-body'],
      [3, 'interest'],
      [4, 'interest'],
      [0, 'organisers'],
    ]);
  });

  it('are ten that vote at most, each of its own name', async () => {
    await expect(forum.as(forum.mira, setTable, { name: 'water' })).rejects.toMatchObject({
      reason: 'cycle.same-table',
    });
    for (let at = 5; at <= 10; at += 1) await forum.as(forum.mira, setTable, { name: `Table ${at}` });
    await expect(forum.as(forum.mira, setTable, { name: 'Eleven' })).rejects.toMatchObject({
      reason: 'cycle.ten-tables',
    });
  });

  it('hold a person at one of them: whoever sits down elsewhere gets up here', async () => {
    const [ana] = forum.people;
    await forum.as(ana, chooseTable, { table: 3 });
    await forum.as(ana, chooseTable, { table: 4 });
    expect((await page(ana)).mine).toBe(4);
    expect((await table(ana, 3)).seats).toEqual([]);
    await forum.as(ana, leaveTable);
    expect((await page(ana)).mine).toBeNull();
    await expect(forum.as(ana, chooseTable, { table: 0 })).rejects.toMatchObject({ reason: 'cycle.organisers-only' });
  });

  it('are entered for somebody by the desk or who moderates there, and that person is told', async () => {
    const [ana, bora] = forum.people;
    await expect(forum.as(ana, seatAtTable, { table: 3, personId: bora })).rejects.toMatchObject({ kind: 'forbidden' });
    await forum.as(forum.mira, nameModerator, { table: 3, personId: ana });
    await forum.as(ana, seatAtTable, { table: 3, personId: bora });
    await expect(forum.as(ana, seatAtTable, { table: 4, personId: bora })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(forum.as(ana, seatAtTable, { table: 0, personId: bora })).rejects.toMatchObject({ kind: 'forbidden' });
    const seat = await forum.village.house.database.db
      .selectFrom('gatherings.tableSeat')
      .selectAll()
      .executeTakeFirst();
    expect([seat?.personId, seat?.enteredBy]).toEqual([bora, ana]);
    const told = await forum.village.house.database.db
      .selectFrom('messages.notice')
      .select('kind')
      .where('personId', '=', bora)
      .execute();
    expect(told.map(({ kind }) => kind)).toContain('cycle.seated');
    await forum.as(forum.mira, endModerator, { table: 3, personId: ana });
    await expect(forum.as(ana, seatAtTable, { table: 3, personId: bora })).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('show who sits there to the community, and to nobody else', async () => {
    const [ana] = forum.people;
    await forum.as(ana, chooseTable, { table: 3 });
    const stranger = await forum.village.person('Stranger');
    expect((await table(stranger, 3)).seats).toBeNull();
    expect((await page(stranger)).tables.every(({ seated }) => seated === null)).toBe(true);
    expect((await table(forum.people[1], 3)).seats).toHaveLength(1);
  });

  it('lose whoever is erased, and nothing of what was said there but the name', async () => {
    const [ana] = forum.people;
    await forum.as(ana, chooseTable, { table: 3 });
    await forum.as(ana, writeIdea, { table: 3, text: 'A tank uphill', locale: 'en', named: 'yes' });
    await removePerson(forum.village.house.database.db, ana);
    const shown = await table(forum.mira, 3);
    expect([shown.seats, shown.ideas.map(({ text, by }) => [text, by])]).toEqual([[], [['A tank uphill', '']]]);
  });
});

describe('sessions', () => {
  it('are forum sessions in order, each of one cycle, and whoever sits at a table is told', async () => {
    const [ana] = forum.people;
    await forum.as(ana, chooseTable, { table: 3 });
    const first = await forum.call('forum-session');
    const second = await forum.call('forum-session', '2026-11-27T17:00:00Z');
    await forum.as(forum.mira, addSession, { gathering: first });
    await forum.as(forum.mira, addSession, { gathering: second });
    expect(await forum.as(forum.mira, addSession, { gathering: first })).toEqual({ position: 1 });
    expect((await page(ana)).sessions.map(({ position, number }) => [position, number])).toEqual([
      [1, first],
      [2, second],
    ]);
    const training = await forum.call('training');
    await expect(forum.as(forum.mira, addSession, { gathering: training })).rejects.toMatchObject({
      reason: 'cycle.not-a-session',
    });
  });
});

it('a forum may say its theme in other words, and is found by them', async () => {
  await forum.as(forum.mira, reviseCycle, { theme: 'Only water', about: 'Springs', sessionsPlanned: 8 });
  const { cycle } = await page(forum.mira);
  expect([cycle.theme, cycle.sessionsPlanned]).toEqual(['Only water', 8]);
  const { db } = forum.village.house.database;
  const entry = await db
    .selectFrom('platform.searchEntry')
    .select(['title', 'path'])
    .where('kind', '=', 'cycle')
    .where('communityId', '=', forum.communityId)
    .execute();
  expect(entry).toEqual([{ title: 'Only water', path: `gatherings/cycles/${forum.number}` }]);
  await expect(forum.as(forum.people[0], reviseCycle, { theme: 'Mine', sessionsPlanned: 1 })).rejects.toMatchObject({
    kind: 'forbidden',
  });
});

describe('money secured beforehand', () => {
  it('is a sum by tier in public, and a name only where who receives it agreed', async () => {
    const [ana] = forum.people;
    const money = { organisationId: forum.organisationId, currency: 'RSD' };
    await forum.as(forum.mira, secureMoney, { ...money, amount: '250000' });
    await forum.as(forum.mira, secureMoney, { ...money, amount: '50000,50' });
    expect((await page(ana)).money).toEqual([{ tier: 'local', source: null, amount: 300000.5, currency: 'RSD' }]);
    await forum.as(forum.mira, secureMoney, { ...money, amount: '1000', named: 'yes' });
    expect((await page(ana)).money[0]).toMatchObject({ source: 'Opština', amount: 1000 });
  });
});

describe('what a table works out', () => {
  it('ideas come from who sits there, named or not, and from whoever helps the table', async () => {
    const [ana, bora, cane] = forum.people;
    const idea = { table: 3, text: 'Clean the spring', locale: 'en' };
    await expect(forum.as(ana, writeIdea, idea)).rejects.toMatchObject({ reason: 'cycle.sit-first' });
    await forum.as(ana, chooseTable, { table: 3 });
    await forum.as(ana, writeIdea, { ...idea, named: 'yes' });
    await forum.as(ana, writeIdea, { ...idea, text: 'Meters for all' });
    await forum.as(forum.mira, nameModerator, { table: 3, personId: bora });
    await forum.as(bora, writeIdea, { ...idea, text: 'Said aloud' });
    expect((await table(cane, 3)).ideas.map(({ text, by }) => [text, by])).toEqual([
      ['Clean the spring', 'Person 1'],
      ['Meters for all', ''],
      ['Said aloud', ''],
    ]);
  });

  it('experts’ input stands for one table or for all, with who, on what and when', async () => {
    const input = { who: 'Dr Petrović', subject: 'Springs', text: 'Two litres a second.', locale: 'en' };
    await forum.as(forum.mira, writeInput, { ...input, givenOn: '2026-10-20' });
    await forum.as(forum.mira, writeInput, { ...input, table: 3, subject: 'Pipes', givenOn: '2026-10-21' });
    expect((await table(forum.mira, 3)).inputs.map(({ subject }) => subject)).toEqual(['Springs', 'Pipes']);
    expect((await table(forum.mira, 4)).inputs.map(({ subject }) => subject)).toEqual(['Springs']);
  });

  it('a recommendation is written by who moderates, and its records say what became of it', async () => {
    const [ana] = forum.people;
    const written = { table: 3, title: 'A tank above the village', locale: 'en' };
    await expect(forum.as(ana, writeRecommendation, written)).rejects.toMatchObject({ kind: 'forbidden' });
    const { id } = await forum.as<{ id: string }>(forum.mira, writeRecommendation, written);
    await expect(forum.as(forum.mira, writeRecommendation, { ...written, table: 4 })).rejects.toMatchObject({
      reason: 'cycle.same-recommendation',
    });
    await expect(
      forum.as(forum.mira, writeRecommendation, { ...written, title: 'X y z', table: 0 }),
    ).rejects.toMatchObject({
      reason: 'cycle.organisers-recommend-nothing',
    });
    const note = { recommendationId: id };
    expect((await page(ana)).recommendations[0]?.state).toBe('not-answered');
    await expect(forum.as(forum.mira, noteRecommendation, { ...note, state: 'refused' })).rejects.toMatchObject({
      kind: 'invalid',
    });
    await expect(forum.as(forum.mira, noteRecommendation, { ...note, state: 'taken-up' })).rejects.toMatchObject({
      kind: 'invalid',
    });
    await forum.as(forum.mira, noteRecommendation, { ...note, state: 'taken-up', byWhom: 'The waterworks' });
    await forum.as(forum.mira, noteRecommendation, { ...note, state: 'done', words: 'In use since May.' });
    const [shown] = (await page(ana)).recommendations;
    expect([shown?.state, shown?.records.map(({ state }) => state)]).toEqual(['done', ['taken-up', 'done']]);
    await expect(forum.as(ana, noteRecommendation, { ...note, state: 'done' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  it('a working group is of people of the table, by a day, and brings its report once', async () => {
    const [ana, bora, cane] = forum.people;
    await forum.as(ana, chooseTable, { table: 3 });
    await forum.as(bora, chooseTable, { table: 4 });
    const group = { table: 3, task: 'Measure the spring', locale: 'en', dueOn: '2026-11-18' };
    await expect(forum.as(forum.mira, formGroup, { ...group, personIds: [bora] })).rejects.toMatchObject({
      reason: 'cycle.not-at-this-table',
    });
    const { id: groupId } = await forum.as<{ id: string }>(forum.mira, formGroup, { ...group, personIds: [ana] });
    const report = { groupId, words: 'Two litres a second in August.' };
    await expect(forum.as(cane, bringReport, report)).rejects.toMatchObject({ reason: 'cycle.not-in-group' });
    await forum.as(ana, bringReport, report);
    await expect(forum.as(ana, bringReport, report)).rejects.toMatchObject({ reason: 'cycle.report-brought' });
    expect((await table(cane, 3)).groups[0]).toMatchObject({ members: ['Person 1'], report: report.words });
    const stranger = await forum.village.person('Stranger');
    expect((await table(stranger, 3)).groups[0]).toMatchObject({ members: [], report: report.words });
  });

  it('the talk between two sessions is a thread of the forum', async () => {
    const [ana, bora] = forum.people;
    await forum.as(ana, chooseTable, { table: 3 });
    await forum.as(bora, talkAtTable, { table: 3, text: 'Who has the old map of the pipes?', locale: 'en' });
    const { talk } = await table(ana, 3);
    expect(talk.posts).toHaveLength(1);
    const told = await forum.village.house.database.db
      .selectFrom('messages.notice')
      .select('href')
      .where('personId', '=', ana)
      .execute();
    expect(told.some(({ href }) => href.includes('/tables/3'))).toBe(true);
  });
});

it('whoever leaves the community gets up from its tables, moderates none and can no longer sit down', async () => {
  const [ana, bora] = forum.people;
  const { house } = forum.village;
  await forum.as(ana, chooseTable, { table: 3 });
  await forum.as(forum.mira, nameModerator, { table: 3, personId: ana });
  await forum.village.as(ana, leaveCommunity, { slug: forum.slug });
  const asking = { actor: system('test'), language: house.languages.source };
  const left = { kind: leaveTables.hears, communityId: forum.communityId, personId: ana };
  await runParsed(house, asking, { name: 'test.left', run: (context) => leaveTables.hear(context, left, house.now()) });
  const { seats, moderators } = await table(bora, 3);
  expect([seats, moderators]).toEqual([[], []]);
  await expect(forum.as(ana, seatAtTable, { table: 3, personId: bora })).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(forum.as(ana, chooseTable, { table: 3 })).rejects.toMatchObject({ kind: 'forbidden' });
});
