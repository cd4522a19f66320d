import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { onReport } from '../../report-permissions.ts';
import { EnterPaperYes } from '../../report-words.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import { insistNewest, speakerOfWords } from './find-speaker.ts';
import { signedIn } from './signed-in.ts';
import { saveYes } from './store.ts';

/** A helper enters that the speaker signed the printed words; the witness is named. Throws `report.newer-wording`. */
export const enterPaperYes = describeAction(
  { name: 'gatherings.enter-paper-yes', input: EnterPaperYes, permission: onReport.bringYes, repeat: 'safe' },
  async (context, { wordsId, witness, ...at }): Promise<void> => {
    const { community, gathering } = await gatheringAt(context, at);
    authorize(onReport.bringYes, context.actor, gathering);
    const approvedBy = signedIn(context);
    const speaker = await speakerOfWords(context, gathering, wordsId);
    await insistNewest(context, { communityId: community.id, speakerId: speaker.id, wordsId });
    await saveYes(context, community.id, { wordsId, how: 'paper', approvedBy, witness });
    context.announce({
      kind: 'gatherings.words-approved',
      communityId: community.id,
      gatheringId: gathering.id,
      speakerId: speaker.id,
      wordsId,
    });
  },
);
