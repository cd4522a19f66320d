import { describeAction } from '#platform/action.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { findCommunity, privateDoorKeepers } from '#rooms/communities/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onNeeds } from '../../permissions.ts';
import { TellPrivately } from '../../words.ts';
import { needsSubject } from '../find-need.ts';
import { signedIn } from '../signed-in.ts';
import { savePrivateNeed } from './store.ts';

/**
 * Says something to the two people whom the community named, and to nobody else (harm.md 5). There is no such door while
 * there are not two. Nothing is announced, and the notice has no name, no
 * subject and leads to the front page only.
 */
export const tellPrivately = describeAction(
  { name: 'needs.tell-privately', input: TellPrivately, permission: onNeeds.tellPrivately, repeat: 'once' },
  async (context, { slug, words, locale }): Promise<void> => {
    const { id: communityId } = await findCommunity(context.db, slug);
    authorize(onNeeds.tellPrivately, context.actor, await needsSubject(context, communityId));
    const toldBy = signedIn(context);
    const keepers = await privateDoorKeepers(context.db, communityId);
    if (keepers.length === 0) throw notFound();
    await limit(context, `needs.private:${toldBy}`, { most: 10, seconds: 86_400 });
    await savePrivateNeed(context, { communityId, words, locale, toldBy }, keepers);
    const notice = { kind: 'needs.private-news', href: `/c/${slug}`, about: `${communityId}:private` };
    await notify(context, keepers, { communityId, ...notice });
  },
);
