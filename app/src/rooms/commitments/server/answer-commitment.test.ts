import { beforeEach, describe, expect, test } from 'vitest';
import { nobody } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { readingContext } from '#platform/house.ts';
import { listNotices } from '#rooms/messages/server/index.ts';
import { changeProfile } from '#rooms/people/server/index.ts';
import { agreeAnew } from './agree-anew.ts';
import { answerCommitment } from './answer-commitment.ts';
import { askAbout } from './ask-about.ts';
import { listCommitments } from './list-commitments.ts';
import { sayOwnWord } from './say-own-word.ts';
import { showCommitment } from './show-commitment.ts';
import { takeBack } from './take-back.ts';
import { type WordVillage, wordVillage } from './testing.ts';

let v: WordVillage;
const slug = 'lipovac';
const locale = 'sr-Cyrl';
beforeEach(async () => {
  v = await wordVillage();
});

const at = (number: number, more: Readonly<Record<string, unknown>> = {}) => ({ slug, number, locale, ...more });
const answer = (by: string, number: number, said: Readonly<Record<string, unknown>>) =>
  v.as<{ state: string }>(by, answerCommitment, at(number, said));
const show = (by: string, number: number) => v.reads(by, (context) => showCommitment(context, { slug, number }));
const asStranger = <Result>(query: (context: Context) => Promise<Result>) =>
  query(readingContext(v.house, nobody, v.house.languages.of('en')));
const told = async (who: string) => (await v.reads(who, listNotices)).notices.map(({ href }) => href);
const listed = (view: 'all' | 'waits' | 'kept' | 'late' | 'not-kept', by = v.ana) =>
  v.reads(by, async (context) => (await listCommitments(context, { slug, view })).words.map(({ number }) => number));

describe('asking', () => {
  test('after one, three and six months asks who gave the word and those it was given to, each time once', async () => {
    const { number, address } = await v.give(v.jovan, 'Сређујем бунар');
    await askAbout.run(v.house);
    expect(await listed('waits')).toEqual([]);
    v.house.setNow('2026-12-01T08:00:00Z');
    await askAbout.run(v.house);
    await askAbout.run(v.house);
    expect(await told(v.jovan)).toEqual([`${address}#own`]);
    expect(await told(v.ana)).toEqual([`/c/${slug}/commitments?view=waits`]);
    expect(await told(v.vesna)).toEqual([]);
    expect(await listed('waits')).toEqual([number]);
    v.house.setNow('2027-02-02T08:00:00Z');
    await askAbout.run(v.house);
    v.house.setNow('2027-06-02T08:00:00Z');
    await askAbout.run(v.house);
    const { askings, commitment } = await show(v.ana, number);
    expect(askings.every(({ askedAt }) => askedAt !== null)).toBe(true);
    expect(commitment).toMatchObject({ asked: 3, state: 'given', waits: true });
  });

  test('many words of one village make one notice, and an organisation is asked about each', async () => {
    await v.give(v.jovan, 'Прво');
    await v.give(v.jovan, 'Друго');
    const { address } = await v.give(v.jovan, 'Треће', { to: `organisation:${v.zora}` });
    v.house.setNow('2026-12-01T08:00:00Z');
    await askAbout.run(v.house);
    expect(await told(v.ana)).toHaveLength(1);
    expect(await told(v.lena)).toEqual([`${address}#answer`]);
    expect(await told(v.jovan)).toHaveLength(3);
  });
});

describe('an answer', () => {
  test('is said by those it was given to, never by who gave it', async () => {
    const { number } = await v.give(v.jovan, 'Сређујем бунар');
    await expect(answer(v.jovan, number, { answer: 'kept' })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(answer(v.vesna, number, { answer: 'kept' })).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await answer(v.ana, number, { answer: 'kept' })).toEqual({ state: 'kept' });
    expect(await told(v.jovan)).toHaveLength(1);
    const toZora = await v.give(v.jovan, 'Кров', { to: `organisation:${v.zora}` });
    await expect(answer(v.ana, toZora.number, { answer: 'kept' })).rejects.toMatchObject({ kind: 'forbidden' });
    await answer(v.lena, toZora.number, { answer: 'kept' });
    const ofZora = await v.give(v.mira, 'Сала', { by: `organisation:${v.zora}` });
    await expect(answer(v.lena, ofZora.number, { answer: 'kept' })).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('that is late brings a new day; changed says how, not kept says why', async () => {
    const { number } = await v.give(v.jovan, 'Сређујем бунар');
    await expect(answer(v.ana, number, { answer: 'late' })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(answer(v.ana, number, { answer: 'late', newOn: '2026-10-01' })).rejects.toThrow('day-gone');
    await expect(answer(v.ana, number, { answer: 'changed' })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(answer(v.ana, number, { answer: 'not-kept', words: '' })).rejects.toMatchObject({ kind: 'invalid' });
    await answer(v.ana, number, { answer: 'late', newOn: '2027-03-01', words: 'Мајстор је болестан.' });
    const { commitment } = await show(v.ana, number);
    expect(commitment).toMatchObject({ state: 'late', dueOn: '2027-03-01', firstDueOn: '2026-12-20' });
    expect(await listed('late')).toEqual([number]);
  });

  test('stays in the history when somebody thinks again, and where people differ nobody is rounded away', async () => {
    const { number } = await v.give(v.jovan, 'Сређујем бунар');
    await answer(v.ana, number, { answer: 'not-kept', words: 'Нема воде.' });
    expect(await answer(v.mira, number, { answer: 'kept' })).toEqual({ state: 'differing' });
    expect(await answer(v.ana, number, { answer: 'kept' })).toEqual({ state: 'kept' });
    const { answers, mine } = await show(v.ana, number);
    expect(answers.map(({ answer, by }) => [answer, by.name])).toEqual([
      ['kept', 'Ana'],
      ['kept', 'Mira'],
      ['not-kept', 'Ana'],
    ]);
    expect(mine).toMatchObject({ answer: 'kept' });
  });

  test('"kept" ends the asking, and a word against it begins it again', async () => {
    const { number } = await v.give(v.jovan, 'Сређујем бунар');
    await answer(v.ana, number, { answer: 'kept' });
    expect((await show(v.ana, number)).askings).toEqual([]);
    v.house.setNow('2026-12-10T08:00:00Z');
    await askAbout.run(v.house);
    await answer(v.mira, number, { answer: 'not-kept', words: 'Цури.' });
    expect((await show(v.ana, number)).askings.map(({ months }) => months)).toEqual([3, 6]);
  });

  test('belongs to the asking before it: silence at the next one waits again and is never "kept"', async () => {
    const { number } = await v.give(v.jovan, 'Сређујем бунар');
    v.house.setNow('2026-12-01T08:00:00Z');
    await askAbout.run(v.house);
    await answer(v.ana, number, { answer: 'late', newOn: '2027-01-10' });
    expect(await listed('waits')).toEqual([]);
    v.house.setNow('2027-02-01T08:00:00Z');
    await askAbout.run(v.house);
    expect(await listed('waits')).toEqual([number]);
    await answer(v.mira, number, { answer: 'not-kept', words: 'Ни у јануару.' });
    const { commitment, answers } = await show(v.ana, number);
    expect(commitment).toMatchObject({ state: 'not-kept', waits: false });
    expect(answers.map(({ months }) => months)).toEqual([3, 1]);
    expect(await listed('not-kept')).toEqual([number]);
  });
});

describe('who gave it', () => {
  test('says their own word beside it, which decides nothing', async () => {
    const { number } = await v.give(v.jovan, 'Сређујем бунар');
    await v.as(v.jovan, sayOwnWord, at(number, { words: 'Бунар је чист.' }));
    await expect(v.as(v.ana, sayOwnWord, at(number, { words: 'Није.' }))).rejects.toMatchObject({ kind: 'forbidden' });
    const { commitment, ownWords } = await show(v.ana, number);
    expect(commitment.state).toBe('given');
    expect(ownWords).toMatchObject([{ words: 'Бунар је чист.', by: { name: 'Jovan' } }]);
  });

  test('may agree anew with a reason; what was said first stays beside it', async () => {
    const { number } = await v.give(v.jovan, 'Сређујем бунар');
    const anew = { what: 'Сређујем бунар и чесму', dueOn: '2027-04-01', why: 'Чесма је на истој цеви.' };
    await expect(v.as(v.ana, agreeAnew, at(number, anew))).rejects.toMatchObject({ kind: 'forbidden' });
    await v.as(v.jovan, agreeAnew, at(number, anew));
    const { commitment, agreements } = await show(v.ana, number);
    expect(commitment).toMatchObject({
      what: 'Сређујем бунар и чесму',
      firstWhat: 'Сређујем бунар',
      dueOn: '2027-04-01',
      firstDueOn: '2026-12-20',
    });
    expect(agreements).toMatchObject([{ why: 'Чесма је на истој цеви.', by: { name: 'Jovan' } }]);
    expect(await told(v.mira)).toHaveLength(1);
  });

  test('may take it back with a reason, and then nobody is asked any more', async () => {
    const { number } = await v.give(v.jovan, 'Сређујем бунар');
    await expect(v.as(v.jovan, takeBack, at(number))).rejects.toMatchObject({ kind: 'invalid' });
    await v.as(v.jovan, takeBack, at(number, { why: 'Селим се.' }));
    expect((await show(v.ana, number)).takenBack).toMatchObject({ reason: 'withdrawn', why: 'Селим се.' });
    v.house.setNow('2027-06-01T08:00:00Z');
    await askAbout.run(v.house);
    expect(await listed('waits')).toEqual([]);
    await expect(answer(v.ana, number, { answer: 'kept' })).rejects.toThrow('taken-back');
    await expect(v.as(v.jovan, sayOwnWord, at(number, { words: 'Ипак' }))).rejects.toThrow('taken-back');
  });

  test('the desk takes back only what somebody else wrote down, and members still see that it did', async () => {
    const own = await v.give(v.jovan, 'Сређујем бунар');
    const back = { why: 'Није прикладно' };
    await expect(v.as(v.mira, takeBack, at(own.number, back))).rejects.toMatchObject({ kind: 'forbidden' });
    const { number } = await v.give(v.mira, 'Доноси трактор', { by: 'name', name: 'Пера' });
    await v.as(v.mira, takeBack, at(number, { why: 'Записано двапут' }));
    expect(await listed('all')).toEqual([number, own.number]);
    const outside = await asStranger((context) => listCommitments(context, { slug }));
    expect(outside.words.map((word) => word.number)).toEqual([own.number]);
  });

  test('who never gave it says so, and it is shown to nobody outside from then on', async () => {
    const { number } = await v.give(v.mira, 'Коси ливаду', { by: `person:${v.jovan}` });
    expect((await asStranger((context) => showCommitment(context, { slug, number }))).commitment.what).toBe(
      'Коси ливаду',
    );
    await v.as(v.jovan, takeBack, at(number, { notMine: 'yes' }));
    expect((await show(v.ana, number)).takenBack?.reason).toBe('not-mine');
    expect(await listed('all')).toEqual([]);
    await expect(asStranger((context) => showCommitment(context, { slug, number }))).rejects.toMatchObject({
      kind: 'not-found',
    });
    const found = await v.house.database.db
      .selectFrom('platform.searchEntry')
      .select('id')
      .where('kind', '=', 'commitment')
      .execute();
    expect(found).toEqual([]);
  });

  test('is named as they chose: inside only for those who sit here, whatever their profile says later', async () => {
    const profile = { name: 'Jovan', locale, theme: 'auto' };
    await v.as(v.jovan, changeProfile, { ...profile, signsAs: 'inside' });
    const { number } = await v.give(v.jovan, 'Сређујем бунар');
    await v.as(v.jovan, changeProfile, { ...profile, signsAs: 'name' });
    await v.as(v.jovan, sayOwnWord, at(number, { words: 'Чист је.' }));
    const outside = await asStranger((context) => showCommitment(context, { slug, number }));
    expect(JSON.stringify(outside)).not.toContain('Jovan');
    expect(outside.commitment.giver).toMatchObject({ kind: 'person', name: '', signed: 'member' });
    expect((await show(v.ana, number)).commitment.giver).toMatchObject({ name: 'Jovan', signed: 'name' });
    const written = await v.give(v.mira, 'Доноси трактор', { by: 'name', name: 'Пера' });
    const list = await asStranger((context) => listCommitments(context, { slug }));
    expect(list.words.find((word) => word.number === written.number)?.giver.signed).toBe('somebody');
    expect(JSON.stringify(list)).not.toMatch(/Пера|Jovan/);
  });
});

test('a word for members is found by members, by who gave it and by nobody else', async () => {
  const { number } = await v.give(v.mira, 'Даје салу', { by: `organisation:${v.zora}`, audience: 'members' });
  expect((await show(v.lena, number)).commitment.what).toBe('Даје салу');
  expect(await listed('all')).toEqual([number]);
  const stranger = await v.person('Странац');
  await expect(show(stranger, number)).rejects.toMatchObject({ kind: 'not-found' });
  expect(await listed('all', stranger)).toEqual([]);
});
