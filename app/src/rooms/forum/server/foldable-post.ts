import { sql } from 'kysely';
import type { Foldable } from '#rooms/moderation/server/index.ts';
import { findablePost } from './findable-post.ts';

/** A post can be reported and folded. Its text stays in its place: pages ask whether a fold is in force, and search forgets it. */
export const foldablePost: Foldable = {
  kind: 'post',
  async find({ db }, communityId, ids) {
    const rows = await db
      .selectFrom('forum.post as p')
      .innerJoin('forum.thread as t', (join) =>
        join.onRef('t.communityId', '=', 'p.communityId').onRef('t.id', '=', 'p.threadId'),
      )
      .select(['p.communityId', 'p.id', 'p.authorId', 'p.text', 't.title', 't.number'])
      .select((eb) =>
        eb
          .selectFrom('forum.picture as i')
          .select(sql<string[]>`json_agg(i.file_hash)`.as('hashes'))
          .whereRef('i.communityId', '=', 'p.communityId')
          .whereRef('i.postId', '=', 'p.id')
          .as('pictures'),
      )
      .where('p.communityId', '=', communityId)
      .where('p.id', 'in', [...ids])
      .execute();
    return rows.map(({ number, pictures, ...post }) => ({
      ...post,
      called: post.title,
      page: `forum/${number}?at=${post.id}#p-${post.id}`,
      known: true,
      pictures: pictures ?? [],
    }));
  },
  async hide(context, { communityId, id: postId }) {
    await findablePost(context, { communityId, postId });
    return undefined;
  },
  async show(context, { communityId, id: postId }) {
    await findablePost(context, { communityId, postId });
  },
};
