import { system } from '#platform/actor.ts';
import { runParsed } from '#platform/run-action.ts';
import { recordCommitment } from '#rooms/commitments/server/index.ts';
import { giveRole } from '../calling/give-role.ts';
import { type FloorVillage, floorVillage } from '../floor/testing.ts';
import { saveWords } from '../floor/words-store.ts';
import { publishReport } from './publish-report.ts';
import type { ReportPage } from './show-report.ts';
import { showReport } from './show-report.ts';
import { writeReportText } from './write-report-text.ts';

/** A thematic event that is over, with a speaker without an account; ana is its rapporteur. */
export interface ReportVillage extends FloorVillage {
  readonly speakerId: string;
  readonly at: { readonly slug: string; readonly number: number };
  /** Writes words of the speaker by mira; returns their id. */
  speakerSays(text: string, kind?: 'profile' | 'case'): Promise<string>;
  write(place: string, text: string, version?: number): Promise<void>;
  publish(): Promise<void>;
  /** What everyone reads. */
  report(): Promise<ReportPage>;
  /** The whole report as one text. */
  text(): Promise<string>;
  giveWord(what: string): Promise<{ readonly number: number; readonly commitmentId: string }>;
}

/** Makes it on the worker's database; it is 21 November 2026, 10:00 UTC, the day after. */
export async function reportVillage(): Promise<ReportVillage> {
  const village = await floorVillage();
  const { house, slug, number, communityId, gatheringId, mira, ana, as } = village;
  const at = { slug, number };
  await as(mira, giveRole, { communityId, gatheringId, personId: ana, role: 'rapporteur' });
  const speakerId = crypto.randomUUID();
  await house.database.db
    .insertInto('gatherings.speaker')
    .values({
      communityId,
      gatheringId,
      id: speakerId,
      position: 1,
      personId: null,
      name: 'Wanjiru',
      organisationId: null,
      organisation: 'Maji Yetu',
      country: 'KE',
      addedBy: mira,
      addedAt: house.now(),
    })
    .execute();
  house.setNow('2026-11-21T10:00:00Z');
  const language = house.languages.of('en');
  const report = () => village.readsAsNobody((context) => showReport(context, at));
  return {
    ...village,
    speakerId,
    at,
    speakerSays: async (text, kind = 'case') => {
      const { wordsId } = await runParsed(
        house,
        { actor: await village.actor(mira), language },
        {
          name: 'test.speaker-says',
          run: (context) =>
            saveWords(
              context,
              { communityId, gatheringId },
              {
                speaker: { id: speakerId, personId: null, withdrawnAt: null },
                kind,
                questionId: null,
                text,
                locale: 'en',
              },
            ),
        },
      );
      return wordsId;
    },
    write: (place, text, version = 0) => as(ana, writeReportText, { ...at, place, text, version, locale: 'sr-Latn' }),
    publish: () => as(ana, publishReport, at),
    report,
    text: async () => JSON.stringify((await report()).document),
    giveWord: (what) =>
      runParsed(
        house,
        { actor: system('test'), language },
        {
          name: 'test.give-word',
          run: (context) =>
            recordCommitment(context, {
              communityId,
              what,
              locale: 'sr-Latn',
              by: { personId: village.jovan },
              dueOn: '2026-12-20',
              origin: { kind: 'gathering', id: gatheringId, address: `/c/${slug}/gatherings/${number}`, title: 'Skup' },
            }),
        },
      ),
  };
}
