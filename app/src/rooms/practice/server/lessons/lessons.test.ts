import { beforeEach, expect, it } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { readingContext } from '#platform/house.ts';
import { callGathering } from '#rooms/gatherings/server/index.ts';
import { drawLesson, showCalendar, showCase, takeBackLesson } from '../index.ts';
import { SLUG, type TestPractice, testPractice } from '../testing.ts';

const slug = SLUG;
let t: TestPractice;
beforeEach(async () => {
  t = await testPractice();
});

const anyone = () => readingContext(t.house, nobody, t.house.languages.of('en'));
const draw = (by: string, more: object) =>
  t.as<{ lessonId: string }>(by, drawLesson, { slug, words: 'Prvo struja, pa voće.', locale: 'sr-Latn', ...more });
const call = (startsAt: string, endsAt: string, more = {}) =>
  t.as<{ number: number }>(t.mira, callGathering, {
    ...{ communityId: t.practiceId, kind: 'thematic-event', theme: 'Partnerstva', locale: 'sr-Latn', place: 'Dom' },
    ...{ startsAt, endsAt, ...more },
  });

it('a lesson hangs on a case, is told to those who tell it, and may be taken back by who drew it', async () => {
  const number = await t.published(t.jovan);
  const { lessonId } = await draw(t.rada, { case: number });
  expect(await t.told(t.jovan)).toEqual(['practice.lesson-drawn']);
  const { lessons } = await showCase(anyone(), { slug, number });
  expect(lessons).toMatchObject([{ words: 'Prvo struja, pa voće.', id: null, who: { name: 'Rada' } }]);
  await expect(t.as(t.jovan, takeBackLesson, { slug, lessonId })).rejects.toMatchObject({ kind: 'forbidden' });
  await t.as(t.rada, takeBackLesson, { slug, lessonId });
  expect((await showCase(anyone(), { slug, number })).lessons).toEqual([]);
});

it('a lesson is drawn by those who belong, and from something', async () => {
  const number = await t.published(t.jovan);
  await expect(draw(t.vesna, { case: number })).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(draw(t.jovan, {})).rejects.toMatchObject({ kind: 'invalid' });
  await expect(draw(t.jovan, { case: 99 })).rejects.toMatchObject({ kind: 'not-found' });
});

it('the calendar shows what comes and what was, with its lessons, and closed gatherings only to those who belong', async () => {
  const { number } = await call('2026-11-01T08:00:00Z', '2026-11-01T09:00:00Z');
  await call('2026-11-20T08:00:00Z', '2026-11-20T09:00:00Z', { audience: 'members', theme: 'Krug' });
  await draw(t.jovan, { gathering: number });
  const page = await showCalendar(anyone(), slug);
  expect(page).toMatchObject({ upcoming: [], past: [{ theme: 'Partnerstva', lessons: [{ who: { name: 'Jovan' } }] }] });
  const inside = await t.reads(t.rada, (context) => showCalendar(context, slug));
  expect(inside.upcoming.map(({ theme }) => theme)).toEqual(['Krug']);
});
