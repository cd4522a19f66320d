import { describeAction } from '#platform/action.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { renameTalk } from '#rooms/forum/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onNeed } from '../../permissions.ts';
import { mayReword } from '../../rules.ts';
import { EditNeed } from '../../words.ts';
import { concernedBy } from '../concerned-by.ts';
import { findPublicNeed, needSubject } from '../find-need.ts';
import { makeFindable } from '../publish.ts';
import { signedIn } from '../signed-in.ts';
import { saveWording } from './store.ts';
import { wordingNow } from './wordings.ts';

/** Its author says an open need otherwise. What stood before stays readable, and whoever says "me too" is told: they stood behind other words. */
export const editNeed = describeAction(
  { name: 'needs.edit-need', input: EditNeed, permission: onNeed.edit, repeat: 'safe' },
  async (context, { slug, number, ...after }): Promise<void> => {
    const { need } = await findPublicNeed(context, { slug, number });
    authorize(onNeed.edit, context.actor, await needSubject(context, need));
    insist(mayReword({ state: need.state, folded: need.foldId !== null }));
    const { communityId, id } = need;
    const untilBy = signedIn(context);
    await limit(context, `needs.edit:${untilBy}`, { most: 30, seconds: 86_400 });
    const { point, ...before } = await wordingNow(context, need);
    const same = (['title', 'words', 'place', 'affected'] as const).every((part) => before[part] === after[part]);
    if (same && JSON.stringify(point) === JSON.stringify(after.point)) return;
    await saveWording(context, { communityId, id, before, untilBy }, after);
    await makeFindable(context, { communityId, id, number, ...after });
    await renameTalk(context, communityId, { kind: 'need', id, title: after.title, locale: after.locale });
    if (!same)
      await notify(context, await concernedBy(context, need), {
        communityId,
        kind: 'needs.reworded',
        facts: { title: after.title },
        href: `/c/${slug}/needs/${number}/wordings`,
        about: id,
      });
    context.announce({ kind: 'needs.need-reworded', communityId, needId: id });
  },
);
