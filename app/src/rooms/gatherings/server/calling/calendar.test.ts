import ICAL from 'ical.js';
import { beforeEach, expect, it } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { readingContext } from '#platform/house.ts';
import { CALL, type CallingVillage, callingVillage } from '../testing.ts';
import { calendarOfCommunity, calendarOfGathering } from './calendar.ts';
import { callOffGathering } from './call-off-gathering.ts';
import { reviseGathering } from './revise-gathering.ts';

let v: CallingVillage;
beforeEach(async () => {
  v = await callingVillage();
});
const asNobody = () => readingContext(v.house, nobody, v.house.languages.of('en'));
const eventIn = (text: string) => new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
const read = async (number: number) => eventIn((await calendarOfGathering(asNobody(), { slug: v.slug, number })).text);
const facts = (event: ICAL.Component | null) =>
  ['uid', 'sequence', 'status'].map((name) => event?.getFirstPropertyValue(name));

it('says the same moment in every calendar, in winter and in summer', async () => {
  const winter = await v.call();
  const summer = await v.call({ startsAt: '2027-07-01T16:00:00Z', endsAt: '2027-07-01T18:00:00Z' });
  const text = (await calendarOfGathering(asNobody(), { slug: v.slug, number: winter.number })).text;
  expect(text).toContain('DTSTART:20261120T170000Z\r\n');
  expect(text).toContain('X-WR-TIMEZONE:Europe/Belgrade\r\n');
  const start = (await read(summer.number))?.getFirstPropertyValue('dtstart') as ICAL.Time;
  expect(start.toJSDate().toISOString()).toBe('2027-07-01T16:00:00.000Z');
});

it('keeps its id, counts its changes, and tells a calendar that it was called off', async () => {
  const { communityId, gatheringId, number } = await v.call();
  expect(facts(await read(number))).toEqual([gatheringId, 0, 'CONFIRMED']);
  await v.as(v.mira, reviseGathering, { communityId, gatheringId, ...CALL, place: 'Dom kulture' });
  expect(facts(await read(number))).toEqual([gatheringId, 1, 'CONFIRMED']);
  await v.as(v.mira, callOffGathering, { communityId, gatheringId, why: 'Sneg je zatvorio put' });
  expect(facts(await read(number))).toEqual([gatheringId, 2, 'CANCELLED']);
});

it('carries commas, semicolons, new lines and Cyrillic unharmed, and folds its lines', async () => {
  const theme = 'Бунари, чесме; и шта још? '.repeat(6).trim();
  const { number } = await v.call({ theme, about: 'Прво\nдруго', locale: 'sr-Cyrl' });
  const { text } = await calendarOfGathering(asNobody(), { slug: v.slug, number });
  expect(eventIn(text)?.getFirstPropertyValue('summary')).toBe(theme);
  expect(eventIn(text)?.getFirstPropertyValue('description')).toContain('Прво\nдруго');
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
});

it('gives a community’s public gatherings as a feed, and none of those for members', async () => {
  await v.call({ theme: 'Za sve' });
  await v.call({ theme: 'Za članove', audience: 'members' });
  const { text } = await calendarOfCommunity(asNobody(), v.slug);
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual(['Za sve']);
});
