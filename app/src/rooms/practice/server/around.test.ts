import { beforeEach, describe, expect, it } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { deliverAnnouncements } from '#platform/announcements.ts';
import { readingContext } from '#platform/house.ts';
import { leaveCommunity, partOrganisation } from '#rooms/communities/server/index.ts';
import { changeProfile, erasePerson } from '#rooms/people/server/index.ts';
import {
  addPlanItem,
  answerIntroduction,
  askIntroduction,
  changePlanItem,
  endCircleSeat,
  giveWord,
  nameToCircle,
  practiceRoom,
  sayTopic,
  showCircle,
  showPlan,
  showPractice,
  showShares,
  takeBackTopic,
} from './index.ts';
import { SLUG, type TestPractice, testPractice } from './testing.ts';

const slug = SLUG;
let t: TestPractice;
beforeEach(async () => {
  t = await testPractice();
});

const anyone = () => readingContext(t.house, nobody, t.house.languages.of('en'));
const deliver = () => deliverAnnouncements({ ...t.house, rooms: [...t.house.rooms, practiceRoom] });
const circle = (by = t.mira) => t.reads(by, (context) => showCircle(context, slug));
const shares = (by: string) => t.reads(by, (context) => showShares(context, slug));

it('is there only for a community of kind practice', async () => {
  await expect(showPractice(anyone(), 'gornje-selo')).rejects.toMatchObject({ kind: 'not-found' });
  await expect(
    t.as(t.nina, sayTopic, { slug: 'gornje-selo', kind: 'share', words: 'Voda', locale: 'en' }),
  ).rejects.toMatchObject({
    kind: 'not-found',
  });
  expect((await showPractice(anyone(), slug)).organisations.map(({ slug: one }) => one)).toEqual(['zora']);
});

describe('the circle', () => {
  const name = (personId: string, more = {}) =>
    t.as(t.mira, nameToCircle, { slug, personId, chosenBy: 'lot', untilOn: '2027-05-01', ...more });

  it('keeps who sat when, how they were chosen and why they left', async () => {
    await name(t.jovan);
    await name(t.rada, { organisationId: t.zora, chosenBy: 'consent' });
    const [first] = (await circle(t.jovan)).sitting;
    expect(first).toMatchObject({ chosenBy: 'lot', untilOn: '2027-05-01', mine: true });
    t.house.passDays(30);
    await t.as(t.jovan, endCircleSeat, { slug, seatId: first.id, why: 'stepped-down' });
    const { sitting, before } = await circle();
    expect(sitting.map(({ who, organisation }) => [who.name, organisation?.name])).toEqual([['Rada', 'zora']]);
    expect(before).toMatchObject([{ who: { name: 'Jovan' }, endedWhy: 'stepped-down' }]);
    expect(await t.told(t.jovan)).toEqual(['practice.seated']);
  });

  it('takes nobody twice, nobody from outside and nobody for an organisation that is not theirs', async () => {
    await name(t.jovan);
    await expect(name(t.jovan)).rejects.toMatchObject({ reason: 'practice.seat-held' });
    await expect(name(t.vesna)).rejects.toMatchObject({ reason: 'practice.not-in-practice' });
    await expect(name(t.mira, { organisationId: t.zora })).rejects.toMatchObject({
      reason: 'practice.not-of-organisation',
    });
  });

  it('is left by who leaves the practice', async () => {
    await name(t.jovan);
    await t.as(t.jovan, leaveCommunity, { slug });
    await deliver();
    expect(await circle()).toMatchObject({ sitting: [], before: [{ endedWhy: 'left' }] });
  });

  it('names a member who signs inside only to those who belong', async () => {
    await t.as(t.jovan, changeProfile, { name: 'Jovan', locale: 'en', theme: 'auto', signsAs: 'inside' });
    await name(t.jovan);
    expect((await circle(t.rada)).sitting[0].who.name).toBe('Jovan');
    expect((await showCircle(anyone(), slug)).sitting[0].who).toMatchObject({ name: '', signed: 'member' });
  });
});

describe('the action plan', () => {
  const add = (by: string, more = {}) =>
    t.as<{ itemId: string }>(by, addPlanItem, {
      slug,
      what: 'Prevesti priručnik',
      locale: 'sr-Latn',
      who: `o:${t.zora}`,
      ...more,
    });
  const plan = (by = t.mira) => t.reads(by, (context) => showPlan(context, slug));

  it('is written by the circle and the desk, and tells who is to do it', async () => {
    await add(t.mira, { dueOn: '2026-12-01' });
    expect(await t.told(t.rada)).toEqual(['practice.plan-given']);
    await expect(add(t.jovan)).rejects.toMatchObject({ kind: 'forbidden' });
    await t.as(t.mira, nameToCircle, { slug, personId: t.jovan, chosenBy: 'turn' });
    await add(t.jovan, { who: `p:${t.jovan}` });
    expect((await plan()).items.map(({ who }) => who.name)).toEqual(['zora', 'Jovan']);
    await expect(add(t.mira, { who: `o:${t.iskra}` })).rejects.toMatchObject({ reason: 'practice.not-in-practice' });
  });

  it('keeps every change as a record, and a day that was put off', async () => {
    const { itemId } = await add(t.mira, { dueOn: '2026-10-01' });
    expect((await plan()).items[0]).toMatchObject({ state: 'planned', overdue: true });
    const change = (more: object) => t.as(t.rada, changePlanItem, { slug, itemId, ...more });
    await expect(change({ state: 'put-off' })).rejects.toMatchObject({ kind: 'invalid' });
    await change({ state: 'put-off', dueOn: '2027-02-01', words: 'Prevodilac je bolestan' });
    expect((await plan()).items[0]).toMatchObject({ state: 'put-off', dueOn: '2027-02-01', overdue: false });
    await change({ state: 'done' });
    const [item] = (await plan()).items;
    expect(item.changes.map(({ state, by }) => [state, by.name])).toEqual([
      ['put-off', 'Rada'],
      ['done', 'Rada'],
    ]);
    await expect(t.as(t.vesna, changePlanItem, { slug, itemId, state: 'done' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

it('who is to do something gives their word on it, nobody else, and once', async () => {
  const item = { slug, what: 'Prevesti priručnik', locale: 'sr-Latn', who: `o:${t.zora}`, dueOn: '2026-12-01' };
  const { itemId } = await t.as<{ itemId: string }>(t.mira, addPlanItem, item);
  const give = (by: string) => t.as<{ number: number }>(by, giveWord, { slug, itemId });
  await expect(give(t.mira)).rejects.toMatchObject({ kind: 'forbidden' });
  const { number } = await give(t.rada);
  const page = await t.reads(t.mira, (context) => showPlan(context, slug));
  expect(page.items[0].word).toEqual({ number, state: 'given' });
  await expect(give(t.ana)).rejects.toMatchObject({ reason: 'practice.word-given' });
});

describe('what each can share and wishes to learn', () => {
  const say = async (by: string, kind: string, words: string, more = {}) =>
    (await t.as<{ topicId: string }>(by, sayTopic, { slug, kind, words, locale: 'sr-Latn', pairing: 'yes', ...more }))
      .topicId;

  it('is said for oneself or for one’s organisation of the practice, by nobody else', async () => {
    await say(t.jovan, 'share', 'Pčelarstvo');
    await say(t.rada, 'wish', 'Пчеларство', { party: `o:${t.zora}` });
    await expect(say(t.rada, 'share', 'Nešto')).rejects.toMatchObject({ reason: 'practice.not-in-practice' });
    await expect(say(t.jovan, 'share', 'Nešto', { party: `o:${t.zora}` })).rejects.toMatchObject({
      reason: 'practice.whose-word',
    });
    await expect(say(t.vesna, 'share', 'Nešto')).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await shares(t.mira)).pairs).toMatchObject([
      { share: { words: 'Pčelarstvo' }, wish: { who: { name: 'zora' } }, mine: false },
    ]);
  });

  it('shows outside only what organisations said, and no pairs', async () => {
    await say(t.jovan, 'share', 'Pčelarstvo');
    await say(t.ana, 'wish', 'Pčelarstvo', { party: `o:${t.zora}` });
    const outside = await showShares(anyone(), slug);
    expect([outside.topics.map(({ words }) => words), outside.pairs]).toEqual([['Pčelarstvo'], []]);
    expect(outside.topics[0].who.name).toBe('zora');
  });

  it('introduces two who met only after a yes, and tells people of both sides', async () => {
    await t.as(t.jovan, changeProfile, { name: 'Jovan', locale: 'en', theme: 'auto', signsAs: 'member' });
    const shareId = await say(t.jovan, 'share', 'Pčelarstvo');
    const wishId = await say(t.rada, 'wish', 'Pčelarstvo', { party: `o:${t.zora}` });
    await expect(t.as(t.mira, askIntroduction, { slug, shareId, wishId })).rejects.toMatchObject({
      reason: 'practice.not-your-pair',
    });
    await t.as(t.rada, askIntroduction, { slug, shareId, wishId });
    expect([await t.told(t.jovan), await t.told(t.ana), await t.told(t.rada)]).toEqual([
      ['practice.introduction-asked'],
      ['practice.introduction-asked'],
      [],
    ]);
    const [waiting] = (await shares(t.jovan)).introductions;
    expect(waiting).toMatchObject({ waits: true, answer: null });
    expect((await shares(t.ana)).introductions[0]).toMatchObject({ waits: false, share: { who: { name: '' } } });
    expect([(await shares(t.mira)).introductions, (await shares(t.mira)).pairs]).toHaveLength(2);
    expect((await shares(t.mira)).introductions).toEqual([]);
    const answer = { slug, introductionId: waiting.id, answer: 'yes' };
    await expect(t.as(t.ana, answerIntroduction, answer)).rejects.toMatchObject({ kind: 'forbidden' });
    await t.as(t.jovan, answerIntroduction, answer);
    await expect(t.as(t.jovan, answerIntroduction, answer)).rejects.toMatchObject({
      reason: 'practice.introduction-answered',
    });
    expect(await t.told(t.rada)).toEqual(['practice.introduced']);
    expect((await shares(t.ana)).introductions[0]).toMatchObject({ answer: 'yes', share: { who: { name: 'Jovan' } } });
  });

  it('is never proposed against somebody’s wish', async () => {
    const shareId = await say(t.jovan, 'share', 'Pčelarstvo', { pairing: '' });
    const wishId = await say(t.rada, 'wish', 'Pčelarstvo', { party: `o:${t.zora}` });
    expect((await shares(t.ana)).pairs).toEqual([]);
    await expect(t.as(t.rada, askIntroduction, { slug, shareId, wishId })).rejects.toMatchObject({
      reason: 'practice.no-pairing',
    });
  });

  it('goes with who takes it back, leaves or is erased, and with an organisation that parts', async () => {
    const topicId = await say(t.rada, 'wish', 'Voda', { party: `o:${t.zora}` });
    await t.as(t.ana, takeBackTopic, { slug, topicId });
    await say(t.ana, 'wish', 'Bunari', { party: `o:${t.zora}` });
    await say(t.jovan, 'share', 'Voda');
    await t.as(t.jovan, erasePerson, { sure: 'yes' });
    await t.as(t.mira, partOrganisation, { slug, organisation: 'zora' });
    await deliver();
    expect((await shares(t.mira)).topics).toEqual([]);
  });
});
