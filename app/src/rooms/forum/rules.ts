import type { Answer } from '#platform/refusal.ts';

/** How long a person is new, and how much they may post a day meanwhile. */
const NEW_DAYS = 7;
const NEW_POSTS_A_DAY = 5;
const DAY_MS = 86_400_000;

export interface Writer {
  readonly joinedAt: Date | undefined;
  readonly postsToday: number;
}

/** Someone who came this week may write a little each day, without links and pictures: advertisers find that dull. */
export function newMemberMayPost(writer: Writer, post: { text: string; pictures: number }, now: Date): Answer {
  const since = writer.joinedAt ? now.getTime() - writer.joinedAt.getTime() : 0;
  if (since >= NEW_DAYS * DAY_MS) return 'yes';
  if (writer.postsToday >= NEW_POSTS_A_DAY) return { no: 'forum.new-many', facts: { most: NEW_POSTS_A_DAY } };
  if (post.pictures > 0) return { no: 'forum.new-pictures', facts: { days: NEW_DAYS } };
  return /https?:\/\//i.test(post.text) ? { no: 'forum.new-links', facts: { days: NEW_DAYS } } : 'yes';
}

/** A closed thread is read, not written. */
export const threadIsOpen = (thread: { closed: boolean }): Answer =>
  thread.closed ? { no: 'forum.thread-closed' } : 'yes';
