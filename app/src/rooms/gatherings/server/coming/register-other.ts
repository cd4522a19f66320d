import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { isMemberSince } from '#rooms/communities/server/index.ts';
import { onComing } from '../../coming-permissions.ts';
import { RegisterOther } from '../../coming-words.ts';
import { findGathering } from '../calling/find-gathering.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { lockGathering } from '../calling/store.ts';
import { register } from './register.ts';
import { tellOf } from './tell.ts';

/** Enters somebody who said it at the door, by phone, by SMS or on paper. A member who is entered is told. */
export const registerOther = describeAction(
  { name: 'gatherings.register-other', input: RegisterOther, permission: onComing.registerOther, repeat: 'once' },
  async (context, { communityId, gatheringId, personId = null, name = null, channel, ...wishes }) => {
    await lockGathering(context, { communityId, gatheringId });
    const found = await findGathering(context, communityId, gatheringId);
    authorize(onComing.registerOther, context.actor, found.gathering);
    const enteredBy = insistOnPerson(context);
    if (personId && !(await isMemberSince(context.db, { communityId, personId, since: context.now })))
      throw new Refusal('coming.nobody-there');
    const entered = await register(context, found, { personId, name, channel, enteredBy, by: 'helper', wishes });
    if (personId) await tellOf(context, found, { personIds: [personId], kind: 'coming.entered' });
    return entered;
  },
);
