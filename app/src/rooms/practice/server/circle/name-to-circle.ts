import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onPractice } from '../../permissions.ts';
import { NameToCircle } from '../../words.ts';
import { findPractice, signedIn } from '../find-practice.ts';
import { insistOfPractice, peopleOf } from '../parties.ts';
import { saveSeat } from './store.ts';

/** Notes who sits in the coordinating circle from now on, and how they were chosen. */
export const nameToCircle = describeAction(
  { name: 'practice.name-to-circle', input: NameToCircle, permission: onPractice.seat, repeat: 'once' },
  async (context, { slug, personId, organisationId = null, chosenBy, untilOn = null }): Promise<void> => {
    const { practice, subject } = await findPractice(context, slug);
    authorize(onPractice.seat, context.actor, subject);
    const seatedBy = signedIn(context);
    await insistOfPractice(context, subject, `p:${personId}`);
    if (organisationId) {
      await insistOfPractice(context, subject, `o:${organisationId}`);
      if (!(await peopleOf(context, { organisationId })).includes(personId))
        throw new Refusal('practice.not-of-organisation');
    }
    const communityId = practice.id;
    const seat = { communityId, personId, organisationId, chosenBy, untilOn, seatedBy };
    if (!(await saveSeat(context, seat))) throw new Refusal('practice.seat-held');
    await notify(context, [personId], {
      communityId,
      kind: 'practice.seated',
      facts: { practice: practice.name },
      href: `/c/${slug}/practice/circle`,
      about: communityId,
    });
    context.announce({ kind: 'practice.seat-given', communityId, personId });
  },
);
