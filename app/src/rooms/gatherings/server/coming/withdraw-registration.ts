import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { onComing } from '../../coming-permissions.ts';
import { mayRegister } from '../../coming-rules.ts';
import { WithdrawRegistration } from '../../coming-words.ts';
import { findGathering } from '../calling/find-gathering.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { lockGathering } from '../calling/store.ts';
import { findRegistration } from './find-registration.ts';
import { removeWishes, saveWithdrawal } from './store.ts';
import { callOffRemindersOf, moveUp } from './tell.ts';

/** Somebody does not come after all. Their place goes to who waits, and what they needed is taken out. */
export const withdrawRegistration = describeAction(
  {
    name: 'gatherings.withdraw-registration',
    input: WithdrawRegistration,
    permission: onComing.change,
    repeat: 'once',
  },
  async (context, { communityId, gatheringId, registrationId }) => {
    await lockGathering(context, { communityId, gatheringId });
    const found = await findGathering(context, communityId, gatheringId);
    const registration = await findRegistration(context, { communityId, gatheringId, registrationId });
    const registeredPersonId = registration.personId;
    authorize(onComing.change, context.actor, { ...found.gathering, registeredPersonId });
    insist(mayRegister(found.gathering, { now: context.now, by: 'helper' }));
    const withdrawnBy = insistOnPerson(context);
    await saveWithdrawal(context, { communityId, registrationId }, withdrawnBy);
    await removeWishes(context.db, { communityId, registrationId });
    await callOffRemindersOf(context, registrationId);
    await moveUp(context, found);
    context.announce({ kind: 'gatherings.registration-withdrawn', communityId, gatheringId, registrationId });
    return { number: found.gathering.number };
  },
);
