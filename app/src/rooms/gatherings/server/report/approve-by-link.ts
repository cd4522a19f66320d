import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { onReport } from '../../report-permissions.ts';
import { ApproveByLink } from '../../report-words.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import { insistNewest, speakerOfLink } from './find-speaker.ts';
import { saveYes } from './store.ts';

/** A speaker without an account says yes to one wording of theirs. Throws `report.link-closed`, `report.newer-wording`. */
export const approveByLink = describeAction(
  { name: 'gatherings.approve-by-link', input: ApproveByLink, permission: onReport.answerByLink, repeat: 'safe' },
  async (context, { token, wordsId, ...at }): Promise<void> => {
    const { community, gathering } = await gatheringAt(context, at);
    authorize(onReport.answerByLink, context.actor, gathering);
    const { id: speakerId, linkId } = await speakerOfLink(context, gathering, token);
    await insistNewest(context, { communityId: community.id, speakerId, wordsId });
    await saveYes(context, community.id, { wordsId, how: 'link', approvedBy: null, linkId });
    context.announce({
      kind: 'gatherings.words-approved',
      communityId: community.id,
      gatheringId: gathering.id,
      speakerId,
      wordsId,
    });
  },
);
