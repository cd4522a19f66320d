import { type ExpressionBuilder, sql } from 'kysely';
import { personOf, rolesIn } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Tables } from '#platform/database/tables.ts';
import { fileAddress } from '#platform/files/file.ts';
import { renderMarkdown } from '#platform/markdown.ts';

/** Posts on one page of a thread. */
export const POSTS = 50;

/** A post as a page shows it. A folded one has no author and no text, unless the reader wrote it. */
export interface ShownPost {
  readonly id: string;
  readonly html: string;
  readonly text: string;
  readonly locale: string;
  /** Empty when the person signs as a member, left, or the post is folded. */
  readonly name: string;
  readonly signed: 'name' | 'member' | 'former';
  readonly actingFor: string | null;
  readonly channel: string;
  readonly writtenAt: Date;
  readonly edited: boolean;
  readonly mine: boolean;
  readonly repliesTo: { readonly id: string; readonly name: string } | null;
  readonly pictures: readonly { readonly href: string; readonly words: string }[];
  readonly fold: {
    readonly id: string;
    readonly reason: string;
    readonly answer: string;
    readonly source: string;
  } | null;
}

/** The posts of a thread in the order they were written. */
export async function postsOf(
  context: Context,
  page: { communityId: string; threadId: string; after?: string; at?: string },
): Promise<{ posts: ShownPost[]; next: string | null }> {
  const { communityId, threadId, after, at } = page;
  let query = context.db
    .selectFrom('forum.post as p')
    .innerJoin('people.person as a', 'a.id', 'p.authorId')
    .leftJoin('communities.organisation as o', 'o.id', 'p.actingForId')
    .leftJoin('forum.fold as f', (join) =>
      join.onRef('f.communityId', '=', 'p.communityId').onRef('f.postId', '=', 'p.id').on('f.unfoldedAt', 'is', null),
    )
    .select([
      'p.id',
      'p.text',
      'p.locale',
      'p.authorId',
      'p.signsAs',
      'p.channel',
      'p.writtenAt',
      'p.repliesTo',
      'a.name',
    ])
    .select(['o.name as actingFor', 'f.id as foldId', 'f.reason', 'f.answer', 'f.source'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('forum.wording as w')
            .select('w.version')
            .whereRef('w.communityId', '=', 'p.communityId')
            .whereRef('w.postId', '=', 'p.id'),
        )
        .as('edited'),
    )
    .select(picturesIn)
    .where('p.communityId', '=', communityId)
    .where('p.threadId', '=', threadId)
    .orderBy('p.id')
    .limit(POSTS + 1);
  if (at) query = query.where('p.id', '>=', at);
  else if (after) query = query.where('p.id', '>', after);
  const rows = await query.execute();
  const shown = rows.slice(0, POSTS);
  const me = personOf(context.actor);
  const inside = rolesIn(context.actor, communityId).length > 0;
  const names = new Map(
    shown.filter((row) => row.foldId === null || row.authorId === me).map((row) => [row.id, signature(row, inside)]),
  );
  const posts = shown.map((row) => {
    const mine = row.authorId === me;
    const hidden = row.foldId !== null && !mine;
    return {
      id: row.id,
      html: hidden ? '' : renderMarkdown(context.language.show(row.text, row.locale)),
      text: hidden ? '' : row.text,
      locale: row.locale,
      ...(hidden ? { name: '', signed: 'member' as const } : signature(row, inside)),
      actingFor: hidden ? null : row.actingFor,
      channel: row.channel,
      writtenAt: row.writtenAt,
      edited: Boolean(row.edited) && !hidden,
      mine,
      repliesTo: row.repliesTo ? { id: row.repliesTo, name: names.get(row.repliesTo)?.name ?? '' } : null,
      pictures: hidden ? [] : picturesOf(communityId, row.pictures),
      fold: row.foldId
        ? { id: row.foldId, reason: row.reason ?? 'other', answer: row.answer ?? '', source: row.source ?? '' }
        : null,
    };
  });
  return { posts, next: rows.length > POSTS ? (posts.at(-1)?.id ?? null) : null };
}

/** By name · as "a member" · by name only for those who sit in the community (harm.md 7). */
export function signature(
  row: { name: string; signsAs: string },
  inside: boolean,
): { name: string; signed: ShownPost['signed'] } {
  if (row.name === '') return { name: '', signed: 'former' };
  const named = row.signsAs === 'name' || (row.signsAs === 'inside' && inside);
  return named ? { name: row.name, signed: 'name' } : { name: '', signed: 'member' };
}

/** The pictures of a post as JSON, so that they come with it. */
const picturesIn = (eb: ExpressionBuilder<Tables & { p: Tables['forum.post'] }, 'p'>) =>
  eb
    .selectFrom('forum.picture as pic')
    .select(
      sql<Picture[]>`json_agg(json_build_object('hash', pic.file_hash, 'words', pic.words) order by pic.position)`.as(
        'all',
      ),
    )
    .whereRef('pic.communityId', '=', 'p.communityId')
    .whereRef('pic.postId', '=', 'p.id')
    .as('pictures');

interface Picture {
  readonly hash: string;
  readonly words: string;
}

const picturesOf = (communityId: string, pictures: readonly Picture[] | null): ShownPost['pictures'] =>
  (pictures ?? []).map(({ hash, words }) => ({ href: fileAddress(communityId, hash), words }));
