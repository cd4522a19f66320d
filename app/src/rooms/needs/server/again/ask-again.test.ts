import { beforeEach, expect, test } from 'vitest';
import { listNotices } from '#rooms/messages/server/index.ts';
import { changeNeedState } from '../change-need-state.ts';
import { supportNeed } from '../support-need.ts';
import { type NeedVillage, needVillage } from '../testing.ts';
import { answerAgain } from './answer-again.ts';
import { askAgain } from './ask-again.ts';

let v: NeedVillage;
const slug = 'lipovac';
beforeEach(async () => {
  v = await needVillage();
});

const asked = () => v.house.database.db.selectFrom('needs.askingAgain').select(['needId', 'answer']).execute();
const notices = async (who: string) => (await v.reads(who, listNotices)).notices;

test('a need nobody touched for months is asked about once, and says the answer from then on', async () => {
  const number = await v.raise(v.jovan, 'Чесма');
  v.house.passDays(100);
  await askAgain.run(v.house);
  expect(await asked()).toEqual([]);
  v.house.passDays(21);
  await askAgain.run(v.house);
  await askAgain.run(v.house);
  expect(await asked()).toHaveLength(1);
  expect((await notices(v.jovan)).map(({ href }) => href)).toEqual([`/c/${slug}/needs/${number}#again`]);
  const answer = { slug, number, answer: 'still-needed', words: 'И даље носимо воду.' };
  await expect(v.as(v.ana, answerAgain, answer)).rejects.toMatchObject({ kind: 'forbidden' });
  expect((await v.show(v.ana, number)).asked).toBeNull();
  expect((await v.show(v.jovan, number)).asked).not.toBeNull();
  await v.as(v.jovan, answerAgain, answer);
  await expect(v.as(v.jovan, answerAgain, answer)).rejects.toThrow('not-asked');
  expect((await v.show(v.ana, number)).need.state).toBe('still-needed');
  v.house.passDays(121);
  await askAgain.run(v.house);
  expect(await asked()).toHaveLength(2);
});

test('who says "me too" is asked too; what was touched, done or waits for a yes is left alone', async () => {
  const number = await v.raise(v.jovan, 'Чесма');
  const done = await v.raise(v.jovan, 'Пут');
  await v.as(v.mira, changeNeedState, { slug, number: done, state: 'done' });
  await v.raise(v.mira, 'Чека', { channel: 'paper' });
  v.house.passDays(110);
  await v.as(v.ana, supportNeed, { slug, number, locale: 'sr-Cyrl' });
  v.house.passDays(20);
  await askAgain.run(v.house);
  expect(await asked()).toEqual([]);
  v.house.passDays(101);
  await askAgain.run(v.house);
  expect(await asked()).toHaveLength(1);
  expect(await notices(v.ana)).toHaveLength(1);
  await v.as(v.ana, answerAgain, { slug, number, answer: 'done' });
  expect((await v.show(v.ana, number)).need.state).toBe('done');
});
