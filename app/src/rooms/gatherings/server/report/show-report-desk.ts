import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import type { Answer } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onReport } from '../../report-permissions.ts';
import { mayBePublished } from '../../report-rules.ts';
import { type AtReport, TEXT_PLACES, type TextPlace } from '../../report-words.ts';
import { type Gathering, gatheringAt } from '../calling/find-gathering.ts';
import { publishedAt, standingTexts, wordingsOf } from './find-report.ts';
import { type SpeakersWords, speakersWords } from './speakers-words.ts';

/** A place round the records, with what stands there and what stood there before. */
export interface PlaceToWrite {
  readonly place: TextPlace;
  readonly version: number;
  readonly text: string;
  readonly locale: string | null;
  readonly earlier: readonly {
    readonly version: number;
    readonly text: string;
    readonly by: string;
    readonly at: Date;
  }[];
}

/** What the rapporteur works on. */
export interface ReportDesk {
  readonly place: Community;
  readonly gathering: Gathering;
  readonly texts: readonly PlaceToWrite[];
  readonly speakers: readonly SpeakersWords[];
  readonly publishedAt: Date | null;
  /** Whether it can be made public now, or why not. */
  readonly publishable: Answer;
}

/** The rapporteur's desk of one report. */
export async function showReportDesk(context: Context, at: AtReport): Promise<ReportDesk> {
  const { community: place, gathering } = await gatheringAt(context, at);
  authorize(onReport.write, context.actor, gathering);
  const wordings = await wordingsOf(context, gathering);
  const names = await personNames(
    context.db,
    wordings.map(({ writtenBy }) => writtenBy),
  );
  const published = await publishedAt(context, gathering);
  const summary = standingTexts(wordings).get('summary')?.text ?? '';
  return {
    place,
    gathering,
    texts: TEXT_PLACES.map((one) => {
      const [newest, ...earlier] = wordings.filter((wording) => wording.place === one);
      return {
        place: one,
        version: newest?.version ?? 0,
        text: newest?.text ?? '',
        locale: newest?.locale ?? null,
        earlier: earlier.slice(0, 20).map(({ version, text, writtenBy, writtenAt }) => ({
          version,
          text,
          by: names.get(writtenBy)?.name ?? '',
          at: writtenAt,
        })),
      };
    }),
    speakers: await speakersWords(context, gathering),
    publishedAt: published ?? null,
    publishable: mayBePublished(gathering, { now: context.now, summary, published: published !== undefined }),
  };
}
