import { describeAction } from '#platform/action.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onReport } from '../../report-permissions.ts';
import { ObjectByLink } from '../../report-words.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import { insistNewest, speakerOfLink } from './find-speaker.ts';
import { saveObjection } from './store.ts';
import { rapporteursOf } from './who-writes.ts';

/** A speaker without an account says how it should read instead; who writes the report is told. */
export const objectByLink = describeAction(
  { name: 'gatherings.object-by-link', input: ObjectByLink, permission: onReport.answerByLink, repeat: 'once' },
  async (context, { token, wordsId, text, ...at }): Promise<void> => {
    const { community, gathering } = await gatheringAt(context, at);
    authorize(onReport.answerByLink, context.actor, gathering);
    const { id: speakerId, linkId, name } = await speakerOfLink(context, gathering, token);
    await insistNewest(context, { communityId: community.id, speakerId, wordsId });
    const approved = await context.db
      .selectFrom('gatherings.wordsApproval')
      .select('wordsId')
      .where('communityId', '=', community.id)
      .where('wordsId', '=', wordsId)
      .executeTakeFirst();
    if (approved) throw new Refusal('report.approved-already');
    await limit(context, `report.objection:${linkId}`, { most: 20, seconds: 86_400 });
    await saveObjection(context, community.id, { wordsId, text, linkId });
    await notify(context, await rapporteursOf(context, gathering), {
      communityId: community.id,
      kind: 'report.otherwise',
      facts: { name, theme: gathering.theme },
      href: `/c/${community.slug}/gatherings/${gathering.number}/report/edit`,
      about: `words:${wordsId}`,
    });
  },
);
