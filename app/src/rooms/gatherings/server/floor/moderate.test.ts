import { beforeEach, describe, expect, test } from 'vitest';
import {
  answerAppeal,
  appealFold,
  moderationRoom,
  reportThing,
  secondFold,
  showFold,
  showModerationDesk,
  unfoldThing,
} from '#rooms/moderation/server/index.ts';
import { giveRole } from '../calling/give-role.ts';
import {
  addSpeaker,
  askQuestion,
  foldLine,
  listQuestions,
  putOnFloor,
  setFloor,
  settleQuestion,
  showModerate,
  showQuestions,
} from './part.ts';
import { type FloorVillage, floorVillage, handOf } from './testing.ts';

let village: FloorVillage;
beforeEach(async () => {
  village = await floorVillage();
});
const at = () => ({ slug: village.slug, number: village.number });
const page = (by = village.jovan) => village.reads(by, (context) => showQuestions(context, at()));
const moderator = async (personId: string) => {
  const { communityId, gatheringId } = village;
  await village.as(village.mira, giveRole, { communityId, gatheringId, personId, role: 'moderator' });
};

describe('a harmful line', () => {
  const fold = (by: string, question: number) =>
    village.as<{ foldId: string }>(by, foldLine, { ...at(), question, reason: 'insult' });

  test('leaves the screens at once, stays in the log with reason and who decided, and not with its words', async () => {
    const question = await village.ask(1, 'Uvredljivo pitanje');
    await fold(village.mira, question);
    const shown = await page();
    expect(shown.floor).toMatchObject({ asked: 0, waiting: [] });
    expect(shown.folds).toMatchObject([{ question, reason: 'insult', foldedBy: 'Mira', secondedBy: null }]);
    expect(JSON.stringify(shown)).not.toContain('Uvredljivo');
    await expect(village.support(2, question)).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('anyone signed in tells the desk of it from the list of all questions', async () => {
    await village.ask(1, 'Uvredljivo pitanje');
    const { questions, mayReport } = await village.reads(village.ana, (context) => listQuestions(context, at()));
    expect(mayReport).toBe(true);
    const about = { slug: village.slug, about: 'question', aboutId: questions[0]?.id, reason: 'insult', words: '' };
    await village.as(village.ana, reportThing, about);
    const desk = await village.reads(village.mira, (context) => showModerationDesk(context, village.slug));
    expect(desk.reports.map(({ text }) => text)).toEqual(['Uvredljivo pitanje']);
  });

  test('unfolds after 72 hours without a second, and stays with one', async () => {
    const [first, second] = [await village.ask(1), await village.ask(2)];
    await moderator(village.ana);
    await fold(village.mira, first);
    const { foldId } = await fold(village.mira, second);
    await expect(village.as(village.mira, secondFold, { slug: village.slug, foldId })).rejects.toMatchObject({
      reason: 'moderation.second-is-another',
    });
    await village.as(village.ana, secondFold, { slug: village.slug, foldId });
    village.house.passDays(3.1);
    for (const tick of moderationRoom.ticks) await tick.run(village.house);
    const shown = await page();
    expect(shown.floor.waiting.map(({ number }) => number)).toEqual([first]);
    expect(shown.folds.map(({ unfoldedHow }) => unfoldedHow)).toEqual([null, 'no-second']);
  });

  test('is unfolded by who folded it, not by another while it has no second', async () => {
    const question = await village.ask(1);
    await moderator(village.ana);
    const { foldId } = await fold(village.mira, question);
    await expect(village.as(village.ana, unfoldThing, { slug: village.slug, foldId })).rejects.toMatchObject({
      reason: 'moderation.unfold-by-folder',
    });
    await village.as(village.mira, unfoldThing, { slug: village.slug, foldId });
    expect((await page()).floor.asked).toBe(1);
  });

  test('its author appeals, and somebody at the desk who had no part in it answers; upheld, it is on the screens again', async () => {
    const said = { ...at(), locale: 'sr-Latn', text: 'Gde je novac?', hand: handOf(1) };
    const { question } = await village.as<{ question: number }>(village.ana, askQuestion, said);
    await moderator(village.jovan);
    const { foldId } = await fold(village.jovan, question);
    const about = { slug: village.slug, foldId };
    expect((await village.reads(village.ana, (context) => showFold(context, about))).fold.text).toBe('Gde je novac?');
    expect((await page(village.ana)).folds).toMatchObject([{ own: true }]);
    await village.as(village.mira, secondFold, about);
    await expect(village.as(village.jovan, appealFold, { ...about, words: 'Neka stoji' })).rejects.toThrow('not-yours');
    await village.as(village.ana, appealFold, { ...about, words: 'Pitam za budžet.' });
    const answer = { ...about, upheld: 'yes', answer: 'Pitanje je u redu.' };
    for (const by of [village.jovan, village.mira])
      await expect(village.as(by, answerAppeal, answer)).rejects.toThrow('appeal-by-another');
    const dana = await village.person('Dana');
    await moderator(dana);
    await village.as(dana, answerAppeal, answer);
    expect((await village.floor()).waiting.map(({ number }) => number)).toEqual([question]);
    const told = await village.house.database.db
      .selectFrom('messages.notice')
      .select('kind')
      .where('personId', '=', village.ana)
      .execute();
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['moderation.appeal-upheld']));
  });

  test('a question that nobody with an account asked is taken back by whoever decides, for nobody can appeal', async () => {
    const question = await village.ask(1);
    await moderator(village.ana);
    const { foldId } = await fold(village.mira, question);
    const about = { slug: village.slug, foldId };
    await village.as(village.ana, secondFold, about);
    await village.as(village.ana, unfoldThing, about);
    expect((await page()).floor.asked).toBe(1);
  });

  test('a claim that is not true is folded with a named source in its place', async () => {
    const question = await village.ask(1);
    const untrue = { ...at(), question, reason: 'false' };
    await expect(village.as(village.mira, foldLine, untrue)).rejects.toMatchObject({ kind: 'invalid' });
    await village.as(village.mira, foldLine, { ...untrue, source: 'Zavod za javno zdravlje' });
  });

  test('the author is told; nobody folds what is their own', async () => {
    const said = { ...at(), locale: 'sr-Latn', text: 'Moje pitanje', hand: handOf(1) };
    const { question } = await village.as<{ question: number }>(village.ana, askQuestion, said);
    await fold(village.mira, question);
    const notices = await village.house.database.db
      .selectFrom('messages.notice')
      .select(['personId', 'kind'])
      .execute();
    expect(notices).toContainEqual({ personId: village.ana, kind: 'moderation.folded' });
    const own = await village.as<{ question: number }>(village.mira, askQuestion, { ...said, hand: handOf(2) });
    await expect(fold(village.mira, own.question)).rejects.toMatchObject({ reason: 'moderation.own' });
  });
});

test('what is on is on every screen, and the moderator sees the list with its weights', async () => {
  const { speakerId } = await village.as<{ speakerId: string }>(village.mira, addSpeaker, {
    ...at(),
    name: 'Gent',
    organisation: 'Gjelbër',
    locale: 'sq',
  });
  await village.as(village.mira, putOnFloor, { ...at(), speakerId });
  expect((await village.floor()).now).toMatchObject({ title: 'Gent', by: 'Gjelbër' });
  await village.as(village.mira, putOnFloor, at());
  expect((await village.floor()).now).toBeNull();
  const question = await village.ask(1);
  await village.support(2, question);
  const desk = await village.reads(village.mira, (context) => showModerate(context, at()));
  expect(desk.waiting).toMatchObject([{ number: question, supports: 1, quarters: 12, firstTime: true }]);
  await expect(village.reads(village.ana, (context) => showModerate(context, at()))).rejects.toMatchObject({
    kind: 'forbidden',
  });
});

test('whoever moderates one gathering runs its floor and no other', async () => {
  await moderator(village.ana);
  const other = await village.call({ theme: 'Put do škole' });
  const set = (number: number) => village.as(village.ana, setFloor, { ...at(), number, questions: 'closed' });
  await set(village.number);
  await expect(village.ask(1)).rejects.toMatchObject({ reason: 'floor.closed' });
  await expect(set(other.number)).rejects.toMatchObject({ kind: 'forbidden' });
});

test('a group that comes back is the same one, and what named it keeps it', async () => {
  const groups = (...names: string[]) =>
    village.as(village.mira, setFloor, { ...at(), questions: 'open', groups: names });
  await groups('mladi', 'sa sela');
  await village.ask(1, 'Kad će internet?', { group: 2 });
  await groups('mladi');
  await expect(village.ask(2, 'A put?', { group: 2 })).rejects.toMatchObject({ reason: 'floor.no-such-group' });
  await groups('sa sela', 'mladi');
  expect((await page()).groups).toEqual([
    { position: 1, name: 'mladi' },
    { position: 2, name: 'sa sela' },
  ]);
});

test('a speaker’s answer is shown once the speaker said yes; anybody else’s stands as it is written', async () => {
  const { speakerId } = await village.as<{ speakerId: string }>(village.mira, addSpeaker, {
    ...at(),
    name: 'Ana',
    personId: village.ana,
    locale: 'sr-Latn',
  });
  const [first, second] = [await village.ask(1), await village.ask(2)];
  const answer = { ...at(), state: 'answered', words: 'Od proleća.', locale: 'sr-Latn' };
  await village.as(village.mira, settleQuestion, { ...answer, question: first, speakerId });
  await village.as(village.mira, settleQuestion, { ...answer, question: second, byName: 'Opština' });
  const { settled } = await page();
  expect(settled.map(({ number, fate }) => [number, fate?.by, fate?.words, fate?.awaitsSpeaker])).toEqual([
    [second, 'Opština', 'Od proleća.', false],
    [first, 'Ana', '', true],
  ]);
});
