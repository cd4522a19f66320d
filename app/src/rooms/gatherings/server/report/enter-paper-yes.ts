import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { onReport } from '../../report-permissions.ts';
import { EnterPaperYes } from '../../report-words.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import { findSpeaker, insistNewest } from './find-speaker.ts';
import { signedIn } from './signed-in.ts';
import { saveYes } from './store.ts';

/** A helper enters that the speaker signed the printed words; the witness is named. Throws `report.newer-wording`. */
export const enterPaperYes = describeAction(
  { name: 'gatherings.enter-paper-yes', input: EnterPaperYes, permission: onReport.bringYes, repeat: 'safe' },
  async (context, { wordsId, witness, ...at }): Promise<void> => {
    const { community, gathering } = await gatheringAt(context, at);
    authorize(onReport.bringYes, context.actor, gathering);
    const approvedBy = signedIn(context);
    const words = await context.db
      .selectFrom('gatherings.speakerWords')
      .select('speakerId')
      .where('communityId', '=', community.id)
      .where('gatheringId', '=', gathering.id)
      .where('id', '=', wordsId)
      .executeTakeFirst();
    if (!words) throw notFound();
    const speaker = await findSpeaker(context, gathering, words.speakerId);
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
