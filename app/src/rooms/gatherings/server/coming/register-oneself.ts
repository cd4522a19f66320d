import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { onComing } from '../../coming-permissions.ts';
import { RegisterOneself } from '../../coming-words.ts';
import { findGathering } from '../calling/find-gathering.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { lockGathering } from '../calling/store.ts';
import { register } from './register.ts';

/** Says that one comes. Says back whether there was a place, or one waits. */
export const registerOneself = describeAction(
  { name: 'gatherings.register-oneself', input: RegisterOneself, permission: onComing.register, repeat: 'once' },
  async (context, { communityId, gatheringId, ...wishes }) => {
    await lockGathering(context, { communityId, gatheringId });
    const found = await findGathering(context, communityId, gatheringId);
    authorize(onComing.register, context.actor, found.gathering);
    const personId = insistOnPerson(context);
    const entering = { personId, name: null, channel: 'web', enteredBy: personId, by: 'oneself', wishes } as const;
    return register(context, found, entering);
  },
);
