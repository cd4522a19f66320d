import type { Context } from '#platform/context.ts';
import type { Found } from '../calling/find-gathering.ts';
import { hostsOf } from '../calling/show-gathering.ts';
import { publishedAt, standingTexts, wordingsOf } from './find-report.ts';
import { gatherConclusions, gatherReflections, gatherSteps } from './gather-closing.ts';
import { gatherPeople } from './gather-people.ts';
import { gatherQuestions } from './gather-questions.ts';
import { gatherSpeakers } from './gather-speakers.ts';
import { approvedWords } from './gather-words.ts';
import type { ReportRecords } from './records.ts';

/** Everything a report is made of, as it stands now; the caller has authorized. */
export async function gatherRecords(context: Context, { community, gathering }: Found): Promise<ReportRecords> {
  const words = await approvedWords(context, gathering);
  const { name, slug, locale, timeZone } = community;
  return {
    community: { name, slug, locale, timeZone },
    gathering,
    hosts: await hostsOf(context, gathering),
    speakers: await gatherSpeakers(context, gathering, words),
    questions: await gatherQuestions(context, gathering, words),
    reflections: await gatherReflections(context, gathering),
    conclusions: await gatherConclusions(context, gathering),
    steps: await gatherSteps(context, gathering),
    people: await gatherPeople(context, gathering),
    texts: standingTexts(await wordingsOf(context, gathering)),
    publishedAt: await publishedAt(context, gathering),
  };
}
