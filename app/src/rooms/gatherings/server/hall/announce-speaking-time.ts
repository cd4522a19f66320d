import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { charterGroups } from '#rooms/communities/server/index.ts';
import { onHall } from '../../hall-permissions.ts';
import { mayBeRecorded } from '../../hall-rules.ts';
import { AnnounceSpeakingTime } from '../../hall-words.ts';
import { findGathering } from '../calling/find-gathering.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { lockGathering } from '../calling/store.ts';
import { announcementOf } from './aim.ts';
import { saveSpeakingAnnouncement } from './store.ts';

/**
 * The chair has said aloud that speaking time is counted, by which group, that only totals are kept and that anyone may
 * decline; from now on it may be recorded.
 */
export const announceSpeakingTime = describeAction(
  {
    name: 'gatherings.announce-speaking-time',
    input: AnnounceSpeakingTime,
    permission: onHall.announceSpeaking,
    repeat: 'once',
  },
  async (context, { attribute, ...which }) => {
    await lockGathering(context, which);
    const { gathering } = await findGathering(context, which.communityId, which.gatheringId);
    authorize(onHall.announceSpeaking, context.actor, gathering);
    insist(mayBeRecorded(gathering, { happenedAt: context.now, now: context.now }));
    const announcedBy = insistOnPerson(context);
    if (await announcementOf(context, which)) throw new Refusal('hall.announced');
    const known = await charterGroups(context.db, which.communityId);
    if (!known.some((one) => one.attribute === attribute)) throw new Refusal('hall.unknown-group');
    await saveSpeakingAnnouncement(context, { ...which, attribute, announcedBy });
    context.announce({ kind: 'gatherings.speaking-time-announced', ...which, attribute, quiet: true });
    return { number: gathering.number };
  },
);
