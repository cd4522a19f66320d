import { beforeEach, expect, it } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { readingContext } from '#platform/house.ts';
import { newSecretId } from '#platform/ids.ts';
import { registerOther } from '../coming/register-other.ts';
import { type CallingVillage, callingVillage } from '../testing.ts';
import { announceSpeakingTime } from './announce-speaking-time.ts';
import { layMinutes } from './lay-minutes.ts';
import { recordInHall } from './record-in-hall.ts';
import { showHall } from './show-hall.ts';
import { showHallForDevice } from './what-stands.ts';

let v: CallingVillage;
let which: { communityId: string; gatheringId: string; number: number };
let ana: string;
beforeEach(async () => {
  v = await callingVillage();
  [ana] = await v.members(v.slug, 'Ana');
  which = await v.call();
  v.house.setNow('2026-11-20T18:30:00Z');
});
const record = (...entries: Record<string, unknown>[]) =>
  v.as(v.mira, recordInHall, {
    ...which,
    deviceId: newSecretId(),
    entries: entries.map((entry) => ({ key: newSecretId(), happenedAt: v.house.now(), ...entry })),
  });
const at = () => ({ slug: v.slug, number: which.number });
const open = () => showHall(readingContext(v.house, nobody, v.house.languages.of('en')), at());
const desk = () => v.reads(v.mira, (context) => showHall(context, at()));

it('shows everyone how many were there, and only those who record who', async () => {
  await v.as(v.mira, registerOther, { ...which, name: 'Baka Stana', channel: 'phone' });
  await record(
    { kind: 'attendance', personId: ana, present: 'yes' },
    { kind: 'attendance', name: 'Rade', present: 'yes' },
  );
  const page = await open();
  expect([page.picture.there, page.recorded, page.open]).toEqual([2, null, false]);
  expect(JSON.stringify(page)).not.toMatch(/Ana|Rade|Stana/);
  const { people } = await v.reads(v.mira, (context) => showHallForDevice(context, at()));
  expect(people.map(({ name, present }) => [name, present])).toEqual([
    ['Ana', true],
    ['Baka Stana', false],
    ['Rade', true],
  ]);
});

it('hides groups behind which too few people stand, more of them in public than at the desk', async () => {
  await record(
    { kind: 'count', count: 40 },
    { kind: 'count', of: 'gender|woman', count: 12 },
    { kind: 'count', of: 'gender|man', count: 7 },
  );
  const shown = (page: Awaited<ReturnType<typeof desk>>) =>
    page.picture.groups.map(({ group, count }) => [group, count]);
  expect(shown(await desk())).toEqual([
    ['man', 7],
    ['woman', 12],
  ]);
  expect(shown(await open())).toContainEqual(['man', null]);
});

it('shows the speaking time of a group once five of it have spoken', async () => {
  await v.as(v.mira, announceSpeakingTime, { ...which, attribute: 'gender' });
  const turns = (group: string, count: number) =>
    Array.from({ length: count }, () => ({ kind: 'speaking', group, minutes: 1, first: 'yes' }));
  await record(...turns('woman', 4), ...turns('man', 9));
  const seconds = async () =>
    Object.fromEntries((await desk()).picture.speaking?.groups.map((one) => [one.group, one.seconds]) ?? []);
  expect(await seconds()).toEqual({ woman: null, man: null });
  await record({
    kind: 'speaking',
    group: 'woman',
    minutes: 2,
    first: 'yes',
    base: { seconds: 240, turns: 4, speakers: 4 },
  });
  expect(await seconds()).toEqual({ woman: 360, man: 540 });
});

it('shows minutes to others only once they were laid before them', async () => {
  await record({ kind: 'minutes', locale: 'sr-Latn', text: 'Nacrt' });
  expect((await open()).minutes).toBeNull();
  await v.as(v.mira, layMinutes, { ...which, version: 1 });
  expect((await open()).minutes?.last.html).toContain('Nacrt');
});

it('reads which base a form means by the group and the question that were chosen on it', async () => {
  await record({ kind: 'hands', question: 'Čistimo bunare?', yes: 20, no: 2, abstain: 0 });
  const { recorded } = await desk();
  const bases = JSON.stringify(recorded?.hands.map(({ question, of, ...value }) => ({ question, of, value })));
  await record({ kind: 'hands', question: 'čistimo bunare?', of: '', yes: 21, no: 2, abstain: 0, bases });
  const page = await desk();
  expect([page.recorded?.conflicts, page.picture.hands[0]?.marks]).toEqual([[], { yes: 21, no: 2, abstain: 0 }]);
});
