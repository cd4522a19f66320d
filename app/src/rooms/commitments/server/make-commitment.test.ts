import { beforeEach, expect, test } from 'vitest';
import { system } from '#platform/actor.ts';
import { runParsed } from '#platform/run-action.ts';
import { changeProfile } from '#rooms/people/server/index.ts';
import { recordCommitment } from './record-commitment.ts';
import { type WordVillage, wordVillage } from './testing.ts';

let v: WordVillage;
beforeEach(async () => {
  v = await wordVillage();
});

const row = (number: number) =>
  v.house.database.db
    .selectFrom('commitments.commitment')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
const askings = async (id: string) =>
  v.house.database.db
    .selectFrom('commitments.asking')
    .select(['months', 'dueAt'])
    .where('commitmentId', '=', id)
    .orderBy('months')
    .execute();
const noticesOf = (personId: string) =>
  v.house.database.db.selectFrom('messages.notice').select(['kind', 'href']).where('personId', '=', personId).execute();

test('a member gives their word to the community, and it is asked about after one, three and six months', async () => {
  const { commitmentId, number, address } = await v.give(v.jovan, 'Сређујем бунар код школе');
  expect(address).toBe(`/c/lipovac/commitments/${number}`);
  const word = await row(number);
  expect(word).toMatchObject({ byPersonId: v.jovan, madeOn: '2026-11-01', dueOn: '2026-12-20', state: 'given' });
  expect([word.toOrganisationId, word.toCommunityId, word.standsDueOn]).toEqual([null, null, '2026-12-20']);
  expect(await askings(commitmentId)).toEqual([
    { months: 1, dueAt: new Date('2026-12-01T08:00:00Z') },
    { months: 3, dueAt: new Date('2027-02-01T08:00:00Z') },
    { months: 6, dueAt: new Date('2027-05-01T07:00:00Z') },
  ]);
  expect(await noticesOf(v.jovan)).toEqual([]);
});

test('only the desk writes down what others said, and they are told', async () => {
  const jovans = { by: `person:${v.jovan}` };
  await expect(v.give(v.ana, 'Јован косије ливаду', jovans)).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(v.give(v.ana, 'Пера коси ливаду', { by: 'name', name: 'Пера' })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await expect(v.give(v.vesna, 'Косим ливаду')).rejects.toMatchObject({ kind: 'forbidden' });
  const { address } = await v.give(v.mira, 'Коси ливаду', jovans);
  expect(await noticesOf(v.jovan)).toEqual([{ kind: 'commitments.written-down', href: address }]);
  const { number } = await v.give(v.mira, 'Доноси трактор', { by: 'name', name: 'Пера из Луке' });
  expect(await row(number)).toMatchObject({ byName: 'Пера из Луке', signsAs: 'inside', recordedBy: v.mira });
  const agreed = await v.give(v.mira, 'Доноси трактор', { by: 'name', name: 'Пера', agreed: 'yes' });
  expect((await row(agreed.number)).signsAs).toBe('name');
  await expect(v.give(v.mira, 'Доноси', { by: 'name' })).rejects.toMatchObject({ kind: 'invalid' });
});

test('who belongs to an organisation gives its word, and never to itself', async () => {
  const by = `organisation:${v.zora}`;
  await expect(v.give(v.jovan, 'Дајемо салу', { by })).rejects.toMatchObject({ kind: 'forbidden' });
  const { number } = await v.give(v.mira, 'Даје салу', { by });
  expect(await row(number)).toMatchObject({ byOrganisationId: v.zora, signsAs: 'name' });
  expect((await noticesOf(v.lena)).map(({ kind }) => kind)).toEqual(['commitments.written-down']);
  await expect(v.give(v.mira, 'Даје', { by, to: by })).rejects.toThrow('given-to-oneself');
  const given = await v.give(v.jovan, 'Поправљам кров Зори', { to: by });
  expect((await row(given.number)).toOrganisationId).toBe(v.zora);
});

test('nobody unknown is named or promised anything', async () => {
  const { vesna, mira, jovan } = v;
  const others = await v.house.database.db
    .selectFrom('communities.community')
    .select('id')
    .where('slug', '=', 'drugo')
    .executeTakeFirstOrThrow();
  const refused = { kind: 'invalid' };
  await expect(v.give(mira, 'Коси', { by: `person:${vesna}` })).rejects.toMatchObject(refused);
  await expect(v.give(jovan, 'Косим', { to: `community:${others.id}` })).rejects.toMatchObject(refused);
  await expect(v.give(jovan, 'Косим', { to: `organisation:${others.id}` })).rejects.toMatchObject(refused);
  await expect(v.give(jovan, 'Косим', { dueOn: '2026-10-01' })).rejects.toThrow('due-before-given');
  await expect(v.give(jovan, 'Косим', { dueOn: 'сутра' })).rejects.toMatchObject(refused);
});

test('another room writes down what was said in it, with where it was said', async () => {
  await v.as(v.ana, changeProfile, { name: 'Ана', locale: 'sr-Cyrl', theme: 'auto', signsAs: 'inside' });
  const origin = { kind: 'gathering', id: v.zora, address: '/c/lipovac/gatherings/7', title: 'Скуп о бунарима' };
  const said = {
    communityId: v.communityId,
    what: 'Зовемо мајстора',
    locale: 'sr-Cyrl',
    madeOn: '2026-10-20',
  } as const;
  const asking = { actor: system('test'), language: v.house.languages.of('en') };
  const { number, commitmentId } = await runParsed(v.house, asking, {
    name: 'test.close-gathering',
    run: (context) => recordCommitment(context, { ...said, by: { personId: v.ana }, origin }),
  });
  expect(await row(number)).toMatchObject({
    originKind: 'gathering',
    originAddress: '/c/lipovac/gatherings/7',
    signsAs: 'inside',
    dueOn: null,
    recordedBy: null,
  });
  expect((await askings(commitmentId)).map(({ months }) => months)).toEqual([1, 3, 6]);
  const { facts } = await v.house.database.db
    .selectFrom('platform.announcement')
    .select('facts')
    .where('kind', '=', 'commitments.commitment-made')
    .executeTakeFirstOrThrow();
  expect(facts).toMatchObject({ commitmentId, number, originKind: 'gathering', originId: v.zora });
});
