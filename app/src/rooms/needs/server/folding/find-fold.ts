import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';

/** A fold of a need, with what the rules ask about it. */
export interface FoundNeedFold {
  readonly id: string;
  readonly communityId: string;
  readonly needId: string;
  readonly number: number;
  /** As it was called; while the fold is in force only the author and the desk may read it. */
  readonly title: string;
  readonly raisedBy: string | null;
  readonly enteredBy: string | null;
  /** Who may appeal; empty where nobody with an account wrote it. */
  readonly authorId: string;
  readonly foldedBy: string;
  readonly secondedBy: string | null;
  readonly seconded: boolean;
  readonly unfolded: boolean;
  readonly appealed: boolean;
  readonly answered: boolean;
}

/** The fold with this id in a community. Throws a Refusal `not-found`. */
export async function findNeedFold(
  context: Context,
  address: { readonly slug: string; readonly foldId: string },
): Promise<{ community: Community; fold: FoundNeedFold }> {
  const community = await findCommunity(context.db, address.slug);
  const row = await context.db
    .selectFrom('needs.fold as f')
    .innerJoin('needs.need as n', (join) =>
      join.onRef('n.communityId', '=', 'f.communityId').onRef('n.id', '=', 'f.needId'),
    )
    .leftJoin('needs.appeal as a', (join) =>
      join.onRef('a.communityId', '=', 'f.communityId').onRef('a.foldId', '=', 'f.id'),
    )
    .select(['f.id', 'f.communityId', 'f.needId', 'n.number', 'n.title', 'f.kept', 'n.raisedBy', 'n.enteredBy'])
    .select(['f.foldedBy', 'f.secondedBy', 'f.unfoldedAt', 'a.madeAt', 'a.answeredAt'])
    .where('f.communityId', '=', community.id)
    .where('f.id', '=', address.foldId)
    .executeTakeFirst();
  if (!row) throw notFound();
  const { unfoldedAt, madeAt, answeredAt, kept, title, ...facts } = row;
  const fold = {
    ...facts,
    title: kept?.title ?? title,
    authorId: facts.raisedBy ?? facts.enteredBy ?? '',
    seconded: facts.secondedBy !== null,
    unfolded: unfoldedAt !== null,
    appealed: madeAt !== null,
    answered: answeredAt !== null,
  };
  return { community, fold };
}
