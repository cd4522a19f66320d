import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { saveFile } from '#platform/files/file.ts';
import type { SafePicture } from '#platform/files/safe-picture.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { newMemberMayPost } from '../rules.ts';
import { mentionsIn } from '../words.ts';
import { followersOf, peopleCalled, writerFacts } from './audience.ts';
import type { FoundThread } from './find-thread.ts';
import { findablePost } from './findable-post.ts';
import { saveFollow, savePost, savePostPictures } from './store.ts';

export interface Words {
  readonly text: string;
  readonly locale: string;
  readonly repliesTo?: string;
  readonly pictures: readonly SafePicture[];
  readonly pictureWords: string;
}

/** Where a post is written. */
interface Place {
  readonly slug: string;
  readonly thread: FoundThread;
}

/**
 * Writes a post into a thread: limits for the new, pictures, the author follows, followers and who was called by name are
 * told, search finds it. Returns the post's id. The caller has authorized.
 */
export async function writePost(context: Context, { slug, thread }: Place, words: Words): Promise<string> {
  const { actor } = context;
  const authorId = personOf(actor);
  if (!authorId) throw new Refusal('platform.sign-in-first', { kind: 'sign-in' });
  const { communityId } = thread;
  insist(
    newMemberMayPost(
      await writerFacts(context, communityId, authorId),
      { text: words.text, pictures: words.pictures.length },
      context.now,
    ),
  );
  const id = context.newId();
  const author = (await personNames(context.db, [authorId])).get(authorId);
  await savePost(context, {
    communityId,
    id,
    threadId: thread.id,
    authorId,
    actingForId: actor.kind === 'person' ? (actor.actingForId ?? null) : null,
    signsAs: author?.signsAs ?? 'name',
    text: words.text,
    locale: words.locale,
    repliesTo: words.repliesTo ?? null,
  });
  for (const picture of words.pictures) await saveFile(context, communityId, picture);
  const pictureWords = words.pictureWords || thread.title;
  await savePostPictures(
    context,
    { communityId, id },
    words.pictures.map(({ hash }) => ({ hash, words: pictureWords })),
  );
  await saveFollow(context, { communityId, threadId: thread.id, personId: authorId });
  const path = await findablePost(context, { communityId, postId: id });
  await tell(context, { thread, href: `/c/${slug}/${path}` }, words.text);
  return id;
}

async function tell(
  context: Context,
  { thread, href }: { readonly thread: FoundThread; readonly href: string },
  text: string,
): Promise<void> {
  const { communityId } = thread;
  const called = await peopleCalled(context, communityId, mentionsIn(text));
  const notice = { communityId, facts: { title: thread.title }, href, about: thread.id };
  await notify(context, called, { ...notice, kind: 'forum.mentioned', mail: 'soon' });
  const followers = await followersOf(context, communityId, thread.id);
  await notify(
    context,
    followers.filter((id) => !called.includes(id)),
    { ...notice, kind: 'forum.replied', mail: 'soon' },
  );
}
