import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { onGathering } from '../../permissions.ts';
import { mayBeRevised } from '../../rules.ts';
import { CallOffGathering } from '../../words.ts';
import { findGathering } from './find-gathering.ts';
import { insistOnPerson } from './insist-on-person.ts';
import { lockGathering, saveCallingOff } from './store.ts';

/** Calls a gathering off with the reason. It stays where it was, so that whoever looks for it learns why. */
export const callOffGathering = describeAction(
  { name: 'gatherings.call-off-gathering', input: CallOffGathering, permission: onGathering.callOff, repeat: 'once' },
  async (context, { communityId, gatheringId, why }) => {
    await lockGathering(context, { communityId, gatheringId });
    const { gathering } = await findGathering(context, communityId, gatheringId);
    authorize(onGathering.callOff, context.actor, gathering);
    insist(mayBeRevised(gathering, context.now));
    const calledOffBy = insistOnPerson(context);
    await saveCallingOff(context, { communityId, gatheringId, calledOffBy, why });
    context.announce({ kind: 'gatherings.gathering-called-off', communityId, gatheringId });
    return { number: gathering.number };
  },
);
