import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { replyAbout } from '#rooms/forum/server/index.ts';
import { onNeed } from '../permissions.ts';
import { TalkAboutNeed } from '../words.ts';
import { findPublicNeed, needSubject } from './find-need.ts';
import { touchNeed } from './store.ts';

/** Somebody says something under a need; who raised it is told. */
export const talkAboutNeed = describeAction(
  { name: 'needs.talk-about-need', input: TalkAboutNeed, permission: onNeed.talk, repeat: 'once' },
  async (context, input): Promise<{ postId: string }> => {
    const { community, need } = await findPublicNeed(context, input);
    authorize(onNeed.talk, context.actor, await needSubject(context, need));
    const { id, number, title, locale, raisedBy } = need;
    const page = `needs/${number}`;
    const followers = raisedBy ? [raisedBy] : [];
    const subject = { kind: 'need', id, number, title, locale, page, followers };
    const postId = await replyAbout(context, { community, subject }, input);
    await touchNeed(context, need);
    return { postId };
  },
);
