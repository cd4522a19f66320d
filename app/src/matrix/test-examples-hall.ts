import { announceSpeakingTime, layMinutes, recordInHall } from '#rooms/gatherings/server/index.ts';
import type { Examples, Input } from './test-example.ts';
import { called } from './test-examples-gatherings.ts';
import type { Town } from './test-town.ts';

const DEVICE = '7e57ab1e-0000-4000-8000-000000000001';
const OTHER_DEVICE = '7e57ab1e-0000-4000-8000-000000000002';
const TODAY = { startsAt: '2026-11-01T10:00:00Z', endsAt: '2026-11-01T12:00:00Z' };
const key = (n: number) => `7e57ab1e-0000-4000-8000-00000000010${n}`;
const entry = (n: number, more: Input): Input => ({ key: key(n), happenedAt: '2026-11-01T10:00:00Z', ...more });

/** A gathering that is under way, and what was recorded there. */
export async function inHall(town: Town, ...entries: Input[]): Promise<{ communityId: string; gatheringId: string }> {
  const which = await called(town, TODAY);
  if (entries.length > 0) await town.as('mira', recordInHall, { ...which, deviceId: DEVICE, entries });
  return which;
}

/** A hall in which the second device counted otherwise than the first. */
export async function inConflict(town: Town): Promise<Input> {
  const which = await inHall(town, entry(1, { kind: 'count', count: 12 }));
  const entries = [entry(2, { kind: 'count', count: 14 })];
  await town.as('mira', recordInHall, { ...which, deviceId: OTHER_DEVICE, entries });
  const { id } = await town.db
    .selectFrom('gatherings.hallConflict')
    .select('id')
    .where('gatheringId', '=', which.gatheringId)
    .executeTakeFirstOrThrow();
  return { ...which, conflictId: id };
}

/** Minutes, with owner on the list of who was there. */
const minutes = (town: Town) =>
  inHall(
    town,
    entry(1, { kind: 'minutes', locale: 'sr-Latn', text: 'Bilo nas je četrdeset.' }),
    entry(2, { kind: 'attendance', personId: town.people.owner, present: 'yes' }),
  );

/** How to ask for each action of the hall. */
export const hallExamples: Examples = {
  'gatherings.record-in-hall': async (town) => ({
    input: { ...(await inHall(town)), deviceId: DEVICE, entries: [entry(1, { kind: 'count', count: 12 })] },
  }),
  'gatherings.settle-conflict': async (town) => ({
    input: { ...(await inConflict(town)), as: 'arrived', seen: '{"count":12}' },
  }),
  'gatherings.announce-speaking-time': async (town) => ({ input: { ...(await inHall(town)), attribute: 'gender' } }),
  'gatherings.stop-speaking-time': async (town) => {
    const which = await inHall(town);
    await town.as('mira', announceSpeakingTime, { ...which, attribute: 'gender' });
    return { input: which };
  },
  'gatherings.lay-minutes': async (town) => ({ input: { ...(await minutes(town)), version: 1 } }),
  'gatherings.answer-minutes': async (town) => {
    const which = await minutes(town);
    await town.as('mira', layMinutes, { ...which, version: 1 });
    return { input: { ...which, version: 1, answer: 'confirmed' }, own: ['owner'] };
  },
};
