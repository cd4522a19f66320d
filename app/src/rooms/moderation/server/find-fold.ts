import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import type { FoldFacts } from '../rules.ts';
import type { AboutFold } from '../words.ts';
import { type Foldable, kindCalled, type Thing } from './foldable.ts';

/** A fold with what the rules and permissions ask of it, and the thing it lies on. */
export interface FoundFold extends FoldFacts {
  readonly communityId: string;
  readonly id: string;
  readonly leaders: readonly string[];
  /** As its author and those who decide call it. */
  readonly title: string;
  readonly text: string;
  readonly thing: Thing;
  readonly kind: Foldable;
}

/** The fold with this id in a community. Throws a Refusal `not-found`. */
export async function findFold(
  context: Context,
  address: AboutFold,
): Promise<{ community: Community; fold: FoundFold }> {
  const community = await findCommunity(context.db, address.slug);
  const row = await context.db
    .selectFrom('moderation.fold as f')
    .leftJoin('moderation.appeal as a', (join) =>
      join.onRef('a.communityId', '=', 'f.communityId').onRef('a.foldId', '=', 'f.id'),
    )
    .select(['f.id', 'f.kind', 'f.subjectId', 'f.authorId', 'f.kept', 'f.foldedBy', 'f.secondedBy', 'f.unfoldedAt'])
    .select(['a.madeAt', 'a.answeredAt'])
    .where('f.communityId', '=', community.id)
    .where('f.id', '=', address.foldId)
    .executeTakeFirst();
  if (!row) throw notFound();
  const kind = kindCalled(row.kind);
  const [thing] = await kind.find(context, community.id, [row.subjectId]);
  if (!thing) throw notFound();
  const { id, authorId, foldedBy, secondedBy, kept } = row;
  const fold = {
    ...{ communityId: community.id, id, authorId, foldedBy, secondedBy, thing, kind },
    leaders: thing.leaders ?? [],
    title: kept?.title ?? thing.title,
    text: kept?.text ?? thing.text,
    unfolded: row.unfoldedAt !== null,
    appealed: row.madeAt !== null,
    answered: row.answeredAt !== null,
  };
  return { community, fold };
}
