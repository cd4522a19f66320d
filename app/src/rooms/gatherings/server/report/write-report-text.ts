import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onReport } from '../../report-permissions.ts';
import { WriteReportText } from '../../report-words.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import { publishedAt } from './find-report.ts';
import { makeReportFindable } from './make-report-findable.ts';
import { signedIn } from './signed-in.ts';
import { saveText } from './store.ts';

/**
 * The rapporteur writes around the records. Every wording is kept. Throws `report.changed-meanwhile` when another wording came
 * between reading and writing.
 */
export const writeReportText = describeAction(
  { name: 'gatherings.write-report-text', input: WriteReportText, permission: onReport.write, repeat: 'once' },
  async (context, input): Promise<void> => {
    const { community, gathering } = await gatheringAt(context, input);
    authorize(onReport.write, context.actor, gathering);
    const writtenBy = signedIn(context);
    const latest = await context.db
      .selectFrom('gatherings.reportText')
      .select((eb) => eb.fn.max('version').as('version'))
      .where('communityId', '=', community.id)
      .where('gatheringId', '=', gathering.id)
      .where('place', '=', input.place)
      .executeTakeFirst();
    const read = latest?.version ?? 0;
    if (read !== input.version || !(await saveText(context, gathering, { ...input, writtenBy })))
      throw new Refusal('report.changed-meanwhile');
    const published = await publishedAt(context, gathering);
    if (published) await makeReportFindable(context, gathering);
    context.announce({
      kind: 'gatherings.report-text-written',
      communityId: community.id,
      gatheringId: gathering.id,
      quiet: !published,
    });
  },
);
