import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { onGathering } from '../../permissions.ts';
import { mayBeRevised } from '../../rules.ts';
import { ReviseGathering } from '../../words.ts';
import { insistOnPlaces } from '../coming/seats.ts';
import { findGathering } from './find-gathering.ts';
import { insistOnPerson } from './insist-on-person.ts';
import { makeFindable } from './make-findable.ts';
import { lockGathering, replaceGathering } from './store.ts';

/** Changes the call. What was called before stays in the record; who comes is told when time or place moved. */
export const reviseGathering = describeAction(
  { name: 'gatherings.revise-gathering', input: ReviseGathering, permission: onGathering.revise, repeat: 'once' },
  async (context, { gatheringId, ...call }) => {
    const { communityId } = call;
    await lockGathering(context, { communityId, gatheringId });
    const { gathering } = await findGathering(context, communityId, gatheringId);
    authorize(onGathering.revise, context.actor, gathering);
    insist(mayBeRevised(gathering, context.now));
    await insistOnPlaces(context, { communityId, gatheringId }, call.places ?? null);
    const revisedBy = insistOnPerson(context);
    await replaceGathering(context, call, { gathering, revisedBy });
    await makeFindable(context, call, { gatheringId, number: gathering.number });
    const moved =
      call.startsAt.getTime() !== gathering.startsAt.getTime() ||
      call.endsAt.getTime() !== gathering.endsAt.getTime() ||
      call.place !== gathering.place ||
      (call.link ?? null) !== gathering.link;
    context.announce({ kind: 'gatherings.gathering-revised', communityId, gatheringId, moved });
    return { number: gathering.number };
  },
);
