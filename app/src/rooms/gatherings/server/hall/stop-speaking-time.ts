import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { onHall } from '../../hall-permissions.ts';
import { InGathering } from '../../words.ts';
import { findGathering } from '../calling/find-gathering.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { saveSpeakingStop } from './store.ts';

/** Speaking time is counted no more: somebody in the hall did not want it, or the talk is over. What was counted stays. */
export const stopSpeakingTime = describeAction(
  {
    name: 'gatherings.stop-speaking-time',
    input: InGathering,
    permission: onHall.announceSpeaking,
    repeat: 'safe',
  },
  async (context, which) => {
    const { gathering } = await findGathering(context, which.communityId, which.gatheringId);
    authorize(onHall.announceSpeaking, context.actor, gathering);
    await saveSpeakingStop(context, which, insistOnPerson(context));
    context.announce({ kind: 'gatherings.speaking-time-stopped', ...which, quiet: true });
    return { number: gathering.number };
  },
);
