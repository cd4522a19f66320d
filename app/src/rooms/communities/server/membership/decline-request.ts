import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { atDesk, onCommunity } from '../../permissions.ts';
import { DeclineRequest, InCommunity } from '../../words.ts';
import { findCommunity } from '../community/find-community.ts';
import { signedIn } from '../signed-in.ts';
import { findRequest } from './find-request.ts';
import { saveAnswer } from './store.ts';

/** Answers a request with no, and says why to the one who asked. */
export const declineRequest = describeAction(
  { name: 'communities.decline-request', input: DeclineRequest, permission: atDesk.decline, repeat: 'safe' },
  async (context, { slug, requestId, words }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(atDesk.decline, context.actor, { id });
    const { personId } = await findRequest(context.db, id, requestId);
    await saveAnswer(context, id, { id: requestId, by: signedIn(context), answer: 'no', words });
    context.announce({ kind: 'communities.join-declined', communityId: id, personId, requestId, quiet: true });
  },
);

/** Takes one's own request back. */
export const withdrawRequest = describeAction(
  { name: 'communities.withdraw-request', input: InCommunity, permission: onCommunity.join, repeat: 'safe' },
  async (context, { slug }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(onCommunity.join, context.actor, { id });
    const me = signedIn(context);
    const request = await context.db
      .selectFrom('communities.joinRequest')
      .select('id')
      .where('communityId', '=', id)
      .where('personId', '=', me)
      .where('answeredAt', 'is', null)
      .executeTakeFirst();
    if (request) await saveAnswer(context, id, { id: request.id, by: me, answer: 'withdrawn' });
  },
);
