import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { nextNumber } from '#rooms/communities/server/index.ts';
import { onGathering } from '../../permissions.ts';
import { CallGathering } from '../../words.ts';
import { insistOnPerson } from './insist-on-person.ts';
import { makeFindable } from './make-findable.ts';
import { saveGathering } from './store.ts';

/** Calls people together. Throws `sign-in-first` for nobody, `not-allowed` for who does not sit at the desk. */
export const callGathering = describeAction(
  { name: 'gatherings.call-gathering', input: CallGathering, permission: onGathering.call, repeat: 'once' },
  async (context, call) => {
    const { communityId } = call;
    const { actor } = context;
    authorize(onGathering.call, actor, { communityId });
    const calledBy = insistOnPerson(context);
    const gatheringId = context.newId();
    const number = await nextNumber(context, communityId);
    await saveGathering(context, call, {
      gatheringId,
      number,
      calledBy,
      actingForId: (actor.kind === 'person' && actor.actingForId) || null,
    });
    await makeFindable(context, call, { gatheringId, number });
    context.announce({ kind: 'gatherings.gathering-called', communityId, gatheringId, number });
    return { gatheringId, number };
  },
);
