import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { onReport } from '../../report-permissions.ts';
import { LINK_DAYS, MakeSpeakerLink } from '../../report-words.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import { findSpeaker, hashToken } from './find-speaker.ts';
import { signedIn } from './signed-in.ts';
import { saveLink } from './store.ts';

/**
 * Makes a link by which a speaker without an account reads their words and says yes. It is shown once, opens for ninety days,
 * and the one before it opens no longer. Returns its path.
 */
export const makeSpeakerLink = describeAction(
  { name: 'gatherings.make-speaker-link', input: MakeSpeakerLink, permission: onReport.bringYes, repeat: 'safe' },
  async (context, { speakerId, ...at }): Promise<{ path: string; name: string }> => {
    const { community, gathering } = await gatheringAt(context, at);
    authorize(onReport.bringYes, context.actor, gathering);
    const madeBy = signedIn(context);
    const { name } = await findSpeaker(context, gathering, speakerId);
    const token = context.newToken();
    const endsAt = new Date(context.now.getTime() + LINK_DAYS * 86_400_000);
    await saveLink(context, gathering, { speakerId, tokenHash: hashToken(token), madeBy, endsAt });
    return { path: `/c/${community.slug}/gatherings/${gathering.number}/report/yes/${token}`, name };
  },
);
