import { personOf, rolesIn } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { fileAddress } from '#platform/files/file.ts';
import { renderMarkdown } from '#platform/markdown.ts';
import type { ShownPost } from '../shown-post.ts';
import { POSTS, type PostRow } from './thread-rows.ts';

/** The posts of one page of a thread, and the id after which more follow. */
export function shownPosts(
  context: Context,
  communityId: string,
  rows: readonly PostRow[],
): { posts: ShownPost[]; next: string | null } {
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
      edited: row.edited && !hidden,
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

const picturesOf = (communityId: string, pictures: PostRow['pictures']): ShownPost['pictures'] =>
  (pictures ?? []).map(({ hash, words }) => ({ href: fileAddress(communityId, hash), words }));
