import { replyInThread, startThread } from '#rooms/forum/server/index.ts';
import { chooseMail } from '#rooms/messages/server/index.ts';
import type { Examples } from './test-example.ts';
import { SLUG, type Town } from './test-town.ts';

const slug = SLUG;
const WORDS = { title: 'Most preko reke', text: 'Most se njiše.', locale: 'sr-Latn' };

/** A thread of `owner`, with its first post. */
export async function thread(town: Town): Promise<{ slug: string; number: number; postId: string }> {
  const { number } = await town.as<{ number: number }>('owner', startThread, { slug, ...WORDS });
  const { id } = await town.db
    .selectFrom('forum.post')
    .select('id')
    .where('authorId', '=', town.people.owner)
    .executeTakeFirstOrThrow();
  return { slug, number, postId: id };
}

/** How to ask for each action of messages and forum. */
export const talkExamples: Examples = {
  'messages.mark-read': () => ({ input: {} }),
  'messages.open-notice': async (town) => {
    const post = { ...(await thread(town)), text: 'Ja imam daske.', locale: 'sr-Latn' };
    await town.as('member', replyInThread, post);
    const told = town.db.selectFrom('messages.notice').select('id').where('personId', '=', town.people.owner);
    return { input: await told.executeTakeFirstOrThrow(), own: ['owner'], hides: true };
  },
  'messages.choose-mail': () => ({ input: { mail: 'none' } }),
  'messages.leave-mail': async (town) => {
    await town.as('owner', chooseMail, { mail: 'each' });
    const own = await town.db.selectFrom('messages.preference').selectAll().executeTakeFirstOrThrow();
    return { input: { personId: town.people.owner, wayOut: own.wayOut } };
  },
  'forum.start-thread': () => ({ input: { slug, ...WORDS } }),
  'forum.reply-in-thread': async (town) => {
    const { number } = await thread(town);
    return { input: { slug, number, text: 'Ja imam daske.', locale: 'sr-Latn' } };
  },
  'forum.edit-post': async (town) => ({ input: { ...(await thread(town)), text: 'Most stoji.' }, own: ['owner'] }),
  'forum.follow-thread': async (town) => ({ input: { ...(await thread(town)), follow: 'yes' } }),
  'forum.read-thread': async (town) => ({ input: await thread(town) }),
  'forum.close-thread': async (town) => ({ input: { ...(await thread(town)), reason: 'Rešeno' } }),
};
