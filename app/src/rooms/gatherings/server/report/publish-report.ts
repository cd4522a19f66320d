import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onReport } from '../../report-permissions.ts';
import { mayBePublished } from '../../report-rules.ts';
import { PublishReport } from '../../report-words.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import { publishedAt, publishings, standingTexts, wordingsOf } from './find-report.ts';
import { makeReportFindable } from './make-report-findable.ts';
import { signedIn } from './signed-in.ts';
import { savePublishing } from './store.ts';
import { whoTookPart } from './who-took-part.ts';

/** Makes the report public and tells those who took part. Throws `report.not-over`, `report.no-summary`, `report.called-off`. */
export const publishReport = describeAction(
  { name: 'gatherings.publish-report', input: PublishReport, permission: onReport.publish, repeat: 'once' },
  async (context, input): Promise<void> => {
    const { community, gathering } = await gatheringAt(context, input);
    authorize(onReport.publish, context.actor, gathering);
    const publishedBy = signedIn(context);
    const texts = standingTexts(await wordingsOf(context, gathering));
    const summary = texts.get('summary')?.text ?? '';
    const published = (await publishedAt(context, gathering)) !== undefined;
    insist(mayBePublished(gathering, { now: context.now, summary, published }));
    await savePublishing(context, gathering, { number: (await publishings(context, gathering)) + 1, publishedBy });
    await makeReportFindable(context, gathering);
    await notify(context, await whoTookPart(context, gathering), {
      communityId: community.id,
      kind: 'report.published',
      facts: { theme: gathering.theme },
      href: `/c/${community.slug}/gatherings/${gathering.number}/report`,
      about: `report:${gathering.id}`,
    });
    context.announce({
      kind: 'gatherings.report-published',
      communityId: community.id,
      gatheringId: gathering.id,
      number: gathering.number,
    });
  },
);
