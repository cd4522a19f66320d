import { describeAction } from '#platform/action.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { emptyFold } from '#rooms/moderation/server/index.ts';
import { onNeed } from '../permissions.ts';
import { mayAddWords } from '../rules.ts';
import { OneNeed, SupportNeed } from '../words.ts';
import { findPublicNeed, needSubject } from './find-need.ts';
import { wordsFolded } from './foldable/support.ts';
import { signedIn, signing } from './signed-in.ts';
import { closeSupport, saveSupport, sumUp, touchNeed } from './store.ts';

/** "Me too", with one's own words; a second time changes the words. */
export const supportNeed = describeAction(
  { name: 'needs.support-need', input: SupportNeed, permission: onNeed.support, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const { need } = await findPublicNeed(context, input);
    authorize(onNeed.support, context.actor, await needSubject(context, need));
    const personId = signedIn(context);
    await limit(context, `needs.support:${personId}`, { most: 100, seconds: 86_400 });
    const { communityId, id, intoId } = need;
    insist(mayAddWords({ words: input.words, folded: await wordsFolded(context, need, personId) }));
    const { signsAs } = await signing(context);
    await saveSupport(context, { communityId, id, personId, words: input.words, locale: input.locale, signsAs });
    await touchNeed(context, need);
    await sumUp(context, need);
    if (intoId) await sumUp(context, { communityId, id: intoId });
    context.announce({ kind: 'needs.need-supported', communityId, needId: id });
  },
);

/** Taking it back takes the words with it. */
export const withdrawSupport = describeAction(
  { name: 'needs.withdraw-support', input: OneNeed, permission: onNeed.support, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const { need } = await findPublicNeed(context, input);
    authorize(onNeed.support, context.actor, await needSubject(context, need));
    const { communityId } = need;
    const subjectId = await closeSupport(context, need, signedIn(context));
    if (subjectId) await emptyFold(context, { communityId, kind: 'support', subjectId });
    await sumUp(context, need);
    if (need.intoId) await sumUp(context, { communityId, id: need.intoId });
    context.announce({ kind: 'needs.support-withdrawn', communityId, needId: need.id });
  },
);
