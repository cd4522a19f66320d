import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

interface NewThread {
  readonly communityId: string;
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly locale: string;
  readonly startedBy: string;
  readonly about?: { readonly kind: string; readonly id: string; readonly page: string };
}

export async function saveThread(context: Context, { about, ...thread }: NewThread): Promise<void> {
  await context.db
    .insertInto('forum.thread')
    .values({
      ...thread,
      startedAt: context.now,
      stirredAt: context.now,
      aboutKind: about?.kind ?? null,
      aboutId: about?.id ?? null,
      aboutPage: about?.page ?? null,
    })
    .execute();
}

export async function saveTitle(
  context: Context,
  thread: { communityId: string; id: string },
  { title, locale }: { title: string; locale: string },
): Promise<void> {
  await context.db
    .updateTable('forum.thread')
    .set({ title, locale })
    .where('communityId', '=', thread.communityId)
    .where('id', '=', thread.id)
    .execute();
}

export interface NewPost {
  readonly communityId: string;
  readonly id: string;
  readonly threadId: string;
  readonly authorId: string;
  readonly actingForId: string | null;
  readonly signsAs: string;
  readonly text: string;
  readonly locale: string;
  readonly repliesTo: string | null;
  readonly channel?: string;
  readonly enteredBy?: string | null;
}

/** Saves a post and stirs its thread. */
export async function savePost(context: Context, post: NewPost): Promise<void> {
  await context.db
    .insertInto('forum.post')
    .values({ ...post, enteredBy: post.enteredBy ?? null, writtenAt: context.now })
    .execute();
  await context.db
    .updateTable('forum.thread')
    .set({ stirredAt: context.now, posts: sql<number>`posts + 1` })
    .where('communityId', '=', post.communityId)
    .where('id', '=', post.threadId)
    .execute();
}

export async function savePostPictures(
  context: Context,
  post: { communityId: string; id: string },
  pictures: readonly { hash: string; words: string }[],
): Promise<void> {
  if (pictures.length === 0) return;
  await context.db
    .insertInto('forum.picture')
    .values(
      pictures.map(({ hash, words }, at) => ({
        communityId: post.communityId,
        postId: post.id,
        position: at + 1,
        fileHash: hash,
        words,
      })),
    )
    .execute();
}

/** The new wording stands in the post, the old one goes to the history. */
export async function saveWording(
  context: Context,
  post: { communityId: string; id: string; text: string },
  text: string,
): Promise<void> {
  const { count } = await context.db
    .selectFrom('forum.wording')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('communityId', '=', post.communityId)
    .where('postId', '=', post.id)
    .executeTakeFirstOrThrow();
  await context.db
    .insertInto('forum.wording')
    .values({
      communityId: post.communityId,
      postId: post.id,
      version: count + 1,
      text: post.text,
      untilAt: context.now,
    })
    .execute();
  await context.db
    .updateTable('forum.post')
    .set({ text })
    .where('communityId', '=', post.communityId)
    .where('id', '=', post.id)
    .execute();
}

export async function saveFollow(
  context: Context,
  follow: { communityId: string; threadId: string; personId: string },
): Promise<void> {
  await context.db
    .insertInto('forum.follow')
    .values({ ...follow, since: context.now })
    .onConflict((conflict) => conflict.columns(['communityId', 'threadId', 'personId']).doNothing())
    .execute();
}

export async function removeFollow(
  context: Context,
  follow: { communityId: string; threadId: string; personId: string },
): Promise<void> {
  await context.db
    .deleteFrom('forum.follow')
    .where('communityId', '=', follow.communityId)
    .where('threadId', '=', follow.threadId)
    .where('personId', '=', follow.personId)
    .execute();
}

export async function saveReadMark(context: Context, personId: string, threadId: string): Promise<void> {
  await context.db
    .insertInto('forum.readMark')
    .values({ personId, threadId, readAt: context.now })
    .onConflict((conflict) => conflict.columns(['personId', 'threadId']).doUpdateSet({ readAt: context.now }))
    .execute();
}

export async function saveClosure(
  context: Context,
  closure: { communityId: string; threadId: string; closedBy: string; reason: string },
): Promise<void> {
  await context.db
    .insertInto('forum.threadClosure')
    .values({ ...closure, closedAt: context.now })
    .execute();
}

/** What one person holds in this room apart from what they said goes with them. */
export async function removePerson(context: Context, personId: string): Promise<void> {
  await context.db.deleteFrom('forum.readMark').where('personId', '=', personId).execute();
  await context.db.deleteFrom('forum.follow').where('personId', '=', personId).execute();
}
