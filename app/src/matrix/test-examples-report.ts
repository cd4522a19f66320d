import { makeSpeakerLink, publishReport, writeReportText } from '#rooms/gatherings/server/index.ts';
import type { Examples } from './test-example.ts';
import { called } from './test-examples-gatherings.ts';
import { SLUG, type Town } from './test-town.ts';

interface Reported {
  readonly at: { readonly slug: string; readonly number: number };
  readonly gatheringId: string;
}

/** A gathering that is over, with the summary of its report written. */
export async function reported(town: Town, published = false): Promise<Reported> {
  const { gatheringId } = await called(town);
  const { number } = await town.db
    .selectFrom('gatherings.gathering')
    .select('number')
    .where('id', '=', gatheringId)
    .executeTakeFirstOrThrow();
  const at = { slug: SLUG, number };
  town.house.setNow('2026-11-21T10:00:00Z');
  await town.as('mira', writeReportText, { ...at, place: 'summary', version: 0, text: 'Kratko.', locale: 'sr-Latn' });
  if (published) await town.as('mira', publishReport, at);
  return { at, gatheringId };
}

/** Words of a speaker that wait for a yes; `token` opens the speaker's link. */
export async function waitingWords(town: Town, speaker: string | null = null) {
  const { at, gatheringId } = await reported(town);
  const { communityId, db } = town;
  const [speakerId, wordsId] = [crypto.randomUUID(), crypto.randomUUID()];
  const mine = { communityId, gatheringId };
  const said = { addedBy: town.people.mira, addedAt: town.house.now() };
  await db
    .insertInto('gatherings.speaker')
    .values({
      ...mine,
      id: speakerId,
      position: 1,
      personId: speaker ? town.people[speaker] : null,
      name: 'Wanjiru',
      organisationId: null,
      organisation: '',
      country: 'KE',
      ...said,
    })
    .execute();
  await db
    .insertInto('gatherings.speakerWords')
    .values({
      ...mine,
      speakerId,
      id: wordsId,
      kind: 'case',
      questionId: null,
      version: 1,
      text: 'Tajna reč, još bez „da“.',
      locale: 'sr-Latn',
      writtenBy: town.people.mira,
      writtenAt: town.house.now(),
    })
    .execute();
  const { path } = await town.as<{ path: string }>('mira', makeSpeakerLink, { ...at, speakerId });
  return { at, speakerId, wordsId, token: path.split('/').at(-1) ?? '' };
}

/** How to ask for each action of the report. */
export const reportExamples: Examples = {
  'gatherings.write-report-text': async (town) => ({
    input: { ...(await reported(town)).at, place: 'opening', version: 0, text: 'Bilo je hladno.', locale: 'sr-Latn' },
  }),
  'gatherings.publish-report': async (town) => ({ input: (await reported(town)).at }),
  'gatherings.withdraw-report': async (town) => ({
    input: { ...(await reported(town, true)).at, why: 'Pogrešna imena' },
  }),
  'gatherings.make-speaker-link': async (town) => {
    const { at, speakerId } = await waitingWords(town);
    return { input: { ...at, speakerId } };
  },
  'gatherings.approve-words': async (town) => {
    const { at, wordsId } = await waitingWords(town, 'owner');
    return { input: { ...at, wordsId }, own: ['owner'] };
  },
  'gatherings.object-to-words': async (town) => {
    const { at, wordsId } = await waitingWords(town, 'owner');
    return { input: { ...at, wordsId, text: 'Treba drugačije.' }, own: ['owner'] };
  },
  'gatherings.approve-by-link': async (town) => {
    const { at, token, wordsId } = await waitingWords(town);
    return { input: { ...at, token, wordsId } };
  },
  'gatherings.object-by-link': async (town) => {
    const { at, token, wordsId } = await waitingWords(town);
    return { input: { ...at, token, wordsId, text: 'Treba drugačije.' } };
  },
  'gatherings.enter-paper-yes': async (town) => {
    const { at, wordsId } = await waitingWords(town);
    return { input: { ...at, wordsId, witness: 'Toma' } };
  },
};
