import type { Answer } from '#platform/refusal.ts';

/** How long a person is new, and how much they may post a day meanwhile. */
export const NEW_DAYS = 7;
export const NEW_POSTS_A_DAY = 5;
/** How long one facilitator's fold holds without a second. */
export const SECOND_WITHIN_HOURS = 72;
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

/** One folds, another seconds; nobody does both, and nobody decides on their own post. */
export function maySecond(
  fold: { foldedBy: string; authorId: string; seconded: boolean; unfolded: boolean },
  personId: string,
): Answer {
  if (fold.unfolded) return { no: 'forum.fold-over' };
  if (fold.seconded) return { no: 'forum.fold-seconded' };
  if (fold.foldedBy === personId) return { no: 'forum.second-is-another' };
  return fold.authorId === personId ? { no: 'forum.own-post' } : 'yes';
}

/** Who folded takes it back alone until a second agrees; then two have said so, and only an appeal undoes it. */
export function mayUnfold(fold: { foldedBy: string; seconded: boolean }, personId: string): Answer {
  if (fold.seconded) return { no: 'forum.fold-seconded' };
  return fold.foldedBy === personId ? 'yes' : { no: 'forum.unfold-by-folder' };
}

/** The appeal is answered by somebody else than who folded or seconded. */
export function mayAnswerAppeal(
  fold: { foldedBy: string; secondedBy: string | null; authorId: string; answered: boolean },
  personId: string,
): Answer {
  if (fold.answered) return { no: 'forum.appeal-answered' };
  if (fold.foldedBy === personId || fold.secondedBy === personId) return { no: 'forum.appeal-by-another' };
  return fold.authorId === personId ? { no: 'forum.own-post' } : 'yes';
}
