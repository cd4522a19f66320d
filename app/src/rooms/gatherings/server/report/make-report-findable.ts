import type { Context } from '#platform/context.ts';
import { writeSearchEntry } from '#platform/search.ts';
import type { Gathering } from '../calling/find-gathering.ts';
import { standingTexts, wordingsOf } from './find-report.ts';

/** A public report is found by its theme and by what the rapporteur wrote around the records. */
export async function makeReportFindable(context: Context, gathering: Gathering): Promise<void> {
  const texts = standingTexts(await wordingsOf(context, gathering));
  await writeSearchEntry(context, {
    communityId: gathering.communityId,
    kind: 'report',
    id: gathering.id,
    number: gathering.number,
    audience: gathering.audience,
    title: gathering.theme,
    locale: gathering.locale,
    path: `gatherings/${gathering.number}/report`,
    part: true,
    text: [...texts.values()].map(({ text }) => text).join(' '),
  });
}
