import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { onReport } from '../../report-permissions.ts';
import { ApproveWords } from '../../report-words.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import { insistNewest, speakerOfWords } from './find-speaker.ts';
import { signedIn } from './signed-in.ts';
import { saveYes } from './store.ts';

/** A speaker says yes to one wording of theirs from their own account. Throws `report.newer-wording`. */
export const approveWords = describeAction(
  { name: 'gatherings.approve-words', input: ApproveWords, permission: onReport.approve, repeat: 'safe' },
  async (context, { wordsId, ...at }): Promise<void> => {
    const { community, gathering } = await gatheringAt(context, at);
    const speaker = await speakerOfWords(context, gathering, wordsId);
    authorize(onReport.approve, context.actor, { ...gathering, speakerPersonId: speaker.personId });
    await insistNewest(context, { communityId: community.id, speakerId: speaker.id, wordsId });
    await saveYes(context, community.id, { wordsId, how: 'self', approvedBy: signedIn(context) });
    context.announce({
      kind: 'gatherings.words-approved',
      communityId: community.id,
      gatheringId: gathering.id,
      speakerId: speaker.id,
      wordsId,
    });
  },
);
