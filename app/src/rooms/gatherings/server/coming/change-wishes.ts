import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { onComing } from '../../coming-permissions.ts';
import { ChangeWishes } from '../../coming-words.ts';
import { findGathering } from '../calling/find-gathering.ts';
import { findRegistration } from './find-registration.ts';
import { saveWishes } from './store.ts';

/** Says anew what one needs in order to come; empty takes it back. */
export const changeWishes = describeAction(
  { name: 'gatherings.change-wishes', input: ChangeWishes, permission: onComing.change, repeat: 'safe' },
  async (context, { communityId, gatheringId, registrationId, ...wishes }) => {
    const { gathering } = await findGathering(context, communityId, gatheringId);
    const registration = await findRegistration(context, { communityId, gatheringId, registrationId });
    authorize(onComing.change, context.actor, { ...gathering, registeredPersonId: registration.personId });
    await saveWishes(context, { communityId, registrationId }, wishes);
    context.announce({ kind: 'gatherings.wishes-changed', communityId, gatheringId, registrationId, quiet: true });
    return { number: gathering.number };
  },
);
