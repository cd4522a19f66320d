import { describeAction } from '#platform/action.ts';
import type { Listener } from '#platform/listeners.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { onOwn } from '../../permissions.ts';
import { EndCircleSeat } from '../../words.ts';
import { findPractice } from '../find-practice.ts';
import { endSeats } from './store.ts';

/** Ends a seat in the circle: it is somebody else's turn, or who sits there steps down. Ended once, it stays as it is. */
export const endCircleSeat = describeAction(
  { name: 'practice.end-circle-seat', input: EndCircleSeat, permission: onOwn.endSeat, repeat: 'safe' },
  async (context, { slug, seatId, why }): Promise<void> => {
    const { practice } = await findPractice(context, slug);
    const communityId = practice.id;
    const seat = await context.db
      .selectFrom('practice.circleSeat')
      .select('personId')
      .where('communityId', '=', communityId)
      .where('id', '=', seatId)
      .executeTakeFirst();
    if (!seat) throw notFound();
    authorize(onOwn.endSeat, context.actor, { communityId, personId: seat.personId, organisationId: null });
    await endSeats(context, { communityId, seatId }, why);
    context.announce({ kind: 'practice.seat-ended', communityId, personId: seat.personId });
  },
);

/** Who leaves the practice leaves its circle. */
export const leaveCircle: Listener = {
  name: 'practice.leave-circle',
  hears: 'communities.member-left',
  async hear(context, { communityId, personId }) {
    if (communityId && typeof personId === 'string') await endSeats(context, { communityId, personId }, 'left');
  },
};
