import type { Listener } from '#platform/listeners.ts';
import { endSeats } from '../circle/store.ts';
import { closeTopics } from './store.ts';

/** Who leaves the practice takes along what they offered to share and wished to learn. */
export const leaveTopics: Listener = {
  name: 'practice.leave-topics',
  hears: 'communities.member-left',
  async hear(context, { communityId, personId }) {
    if (communityId && typeof personId === 'string') await closeTopics(context, { communityId, personId });
  },
};

/** An organisation that belongs no more is proposed to nobody. */
export const partTopics: Listener = {
  name: 'practice.part-topics',
  hears: 'communities.organisation-parted',
  async hear(context, { communityId, organisationId }) {
    if (communityId && typeof organisationId === 'string') await closeTopics(context, { communityId, organisationId });
  },
};

/** Who is erased sits in no circle and is proposed to nobody; cases and lessons stay under "a former member". */
export const forgetPerson: Listener = {
  name: 'practice.forget-person',
  hears: 'people.person-erased',
  async hear(context, { personId }) {
    if (typeof personId !== 'string') return;
    await endSeats(context, { personId }, 'left');
    await closeTopics(context, { personId });
  },
};
