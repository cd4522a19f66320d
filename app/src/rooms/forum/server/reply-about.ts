import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { limit } from '#platform/limits.ts';
import { insist } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { threadIsOpen } from '../rules.ts';
import { saveFollow, saveThread } from './store.ts';
import { talkAbout } from './talk-about.ts';
import { type Words, writePost } from './write-post.ts';

/** What is talked about: a thing of another room, with its number, title and page. */
export interface SubjectOfTalk {
  readonly kind: string;
  readonly id: string;
  /** Its thread bears the same number. */
  readonly number: number;
  readonly title: string;
  readonly locale: string;
  /** Its page, below the community's address: `needs/12`. */
  readonly page: string;
  /** Who is told of every answer from the beginning. */
  readonly followers: readonly string[];
}

/**
 * Somebody says something about a thing of another room; the first word opens its thread. The caller has authorized and
 * knows that the thing is public. Returns the post's id.
 */
export async function replyAbout(
  context: Context,
  { community, subject }: { readonly community: Community; readonly subject: SubjectOfTalk },
  words: Words,
): Promise<string> {
  const personId = personOf(context.actor) ?? '';
  await limit(context, `forum.reply:${personId}`, { most: 60, seconds: 3600 });
  const thread = (await talkAbout(context, community.id, subject)) ?? (await open(context, community, subject));
  insist(threadIsOpen(thread));
  const postId = await writePost(context, { slug: community.slug, thread }, words);
  context.announce({ kind: 'forum.post-written', communityId: community.id, threadId: thread.id, postId });
  return postId;
}

async function open(context: Context, { id: communityId }: Community, subject: SubjectOfTalk) {
  const { number, title, locale, kind } = subject;
  const startedBy = personOf(context.actor) ?? '';
  const thread = { communityId, id: context.newId(), number, title, locale, startedBy };
  await saveThread(context, { ...thread, about: { kind, id: subject.id, page: subject.page } });
  for (const personId of subject.followers) await saveFollow(context, { communityId, threadId: thread.id, personId });
  return { ...thread, stirredAt: context.now, closed: false };
}
