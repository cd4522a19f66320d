import { beforeEach, expect, test } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { readingContext } from '#platform/house.ts';
import { rowsOfPerson } from '#platform/person-rows.ts';
import { proposeRole } from '#rooms/communities/server/index.ts';
import { listNotices } from '#rooms/messages/server/index.ts';
import {
  answerAppeal,
  appealFold,
  foldThing,
  homeOfModeration,
  moderationRoom,
  secondFold,
  showFold,
  showModerationLog,
  unfoldThing,
} from '#rooms/moderation/server/index.ts';
import { answerCommitment } from './answer-commitment.ts';
import './index.ts';
import { listCommitments } from './list-commitments.ts';
import { sayOwnWord } from './say-own-word.ts';
import { showCommitment } from './show-commitment.ts';
import { type WordVillage, wordVillage } from './testing.ts';

let v: WordVillage;
let petar: string;
let number: number;
const slug = 'lipovac';
const locale = 'sr-Cyrl';
const insult = 'Јован је лажов.';
beforeEach(async () => {
  v = await wordVillage();
  [petar] = await v.members(slug, 'Petar');
  await v.as(v.mira, proposeRole, { slug, personId: petar, role: 'steward', change: 'grant' });
  number = (await v.give(v.jovan, 'Сређујем бунар')).number;
  await v.as(v.ana, answerCommitment, { slug, number, answer: 'not-kept', words: insult, locale });
});

const show = (by: string) => v.reads(by, (context) => showCommitment(context, { slug, number }));
const whole = async (which: number) => {
  const { commitment } = await v.reads(v.mira, (context) => showCommitment(context, { slug, number: which }));
  return { slug, about: 'word', aboutId: commitment.id };
};
const fold = async (by: string, more: Readonly<Record<string, unknown>> = {}) => {
  const aboutId = (await show(by)).answers[0]?.id;
  const input = { slug, about: 'word-answer', aboutId, reason: 'insult', ...more };
  return (await v.as<{ foldId: string }>(by, foldThing, input)).foldId;
};

test('folded words are read by who wrote them and the desk only; the answer itself still counts', async () => {
  await expect(fold(v.jovan)).rejects.toMatchObject({ kind: 'forbidden' });
  const foldId = await fold(v.mira);
  await expect(fold(v.mira)).rejects.toThrow('folded-already');
  for (const reader of [v.jovan, v.lena]) expect(JSON.stringify(await show(reader))).not.toContain(insult);
  const stranger = readingContext(v.house, nobody, v.house.languages.of('en'));
  expect(JSON.stringify(await listCommitments(stranger, { slug }))).not.toContain(insult);
  const shown = await show(v.jovan);
  expect(shown.commitment.state).toBe('not-kept');
  expect(Object.values(shown.folds)).toMatchObject([{ reason: 'insult' }]);
  const read = (by: string) => v.reads(by, (context) => showFold(context, { slug, foldId }));
  expect(await read(v.ana)).toMatchObject({ isAuthor: true, fold: { text: insult } });
  expect(await read(petar)).toMatchObject({ isAuthor: false, fold: { text: insult } });
  await expect(read(v.jovan)).rejects.toMatchObject({ kind: 'forbidden' });
  const held = { register: moderationRoom.tables, people: 'people.person', personId: v.ana };
  expect(JSON.stringify([...(await v.reads(v.ana, (context) => rowsOfPerson(context, held)))])).toContain(insult);
  expect((await v.reads(v.ana, listNotices)).notices).toHaveLength(1);
});

test('one folds and another seconds, else the words stand again after 72 hours', async () => {
  const foldId = await fold(v.mira);
  const about = { slug, foldId };
  await expect(v.as(v.mira, secondFold, about)).rejects.toThrow('second-is-another');
  await expect(v.as(petar, unfoldThing, about)).rejects.toThrow('unfold-by-folder');
  const home = () =>
    v.reads(petar, async (context) =>
      homeOfModeration(context, (await showCommitment(context, { slug, number })).community),
    );
  expect((await home()).now?.map(({ href }) => href)).toContain(`/c/${slug}/desk/forum`);
  v.house.passDays(3.1);
  for (const tick of moderationRoom.ticks) await tick.run(v.house);
  expect((await show(v.jovan)).answers[0]?.words).toBe(insult);
  const again = await fold(v.mira);
  await v.as(petar, secondFold, { slug, foldId: again });
  v.house.passDays(10);
  for (const tick of moderationRoom.ticks) await tick.run(v.house);
  expect(Object.keys((await show(v.jovan)).folds)).toHaveLength(1);
  await expect(v.as(v.mira, unfoldThing, { slug, foldId: again })).rejects.toThrow('fold-seconded');
  const { lines: log } = await v.reads(v.jovan, (context) => showModerationLog(context, slug));
  expect(log).toMatchObject([
    { reason: 'insult', foldedBy: 'Mira', secondedBy: 'Petar', unfoldedAt: null },
    { foldedBy: 'Mira', secondedBy: null, unfoldedHow: 'no-second' },
  ]);
  expect(JSON.stringify(log)).not.toMatch(/Ana|лажов/);
});

test('who wrote them appeals, and somebody else answers', async () => {
  const foldId = await fold(v.mira);
  await expect(v.as(v.jovan, appealFold, { slug, foldId, words: 'Није тачно' })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await v.as(v.ana, appealFold, { slug, foldId, words: 'Рекох истину.' });
  await expect(v.as(v.ana, appealFold, { slug, foldId, words: 'Још једном.' })).rejects.toThrow('appealed-already');
  const answer = { slug, foldId, upheld: 'yes', answer: 'Оштро, али стоји.' };
  await expect(v.as(v.mira, answerAppeal, answer)).rejects.toThrow('appeal-by-another');
  await v.as(petar, answerAppeal, answer);
  const shown = await show(v.jovan);
  expect(shown.folds).toEqual({});
  expect(shown.answers[0]?.words).toBe(insult);
});

test('a given word and what its giver says beside it are folded too, and nobody folds their own', async () => {
  await v.as(v.jovan, sayOwnWord, { slug, number, words: 'Ана је лењивица.', locale });
  const [own] = (await show(v.mira)).ownWords;
  await v.as(v.mira, foldThing, { slug, about: 'own-word', aboutId: own?.id, reason: 'insult' });
  expect((await show(v.ana)).ownWords[0]?.words).not.toContain('лењивица');
  const { foldId } = await v.as<{ foldId: string }>(v.mira, foldThing, {
    ...(await whole(number)),
    reason: 'advert',
  });
  const folded = await show(v.ana);
  expect(folded.commitment).toMatchObject({ giver: { name: '', signed: 'member' } });
  expect(folded.commitment.what).not.toContain('бунар');
  const entries = () =>
    v.house.database.db.selectFrom('platform.searchEntry').select('title').where('kind', '=', 'commitment').execute();
  expect(await entries()).toEqual([]);
  await v.as(v.mira, unfoldThing, { slug, foldId });
  expect((await show(v.ana)).commitment).toMatchObject({ what: 'Сређујем бунар', giver: { name: 'Jovan' } });
  expect((await entries()).map(({ title }) => title)).toContain('Сређујем бунар');
  const miras = await v.give(v.mira, 'Косим');
  const mine = { ...(await whole(miras.number)), reason: 'advert' };
  await expect(v.as(v.mira, foldThing, mine)).rejects.toThrow('moderation.own');
  await expect(v.as(petar, foldThing, { ...mine, reason: 'false' })).rejects.toMatchObject({ kind: 'invalid' });
});
