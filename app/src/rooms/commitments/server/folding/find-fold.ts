import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import type { FoldFacts } from '../../rules.ts';
import type { KeptText } from '../../tables.ts';
import type { Part } from './store.ts';

/** A fold with everything the rules and the store ask of it. */
export interface FoundFold extends FoldFacts, Part {
  readonly id: string;
  readonly number: number;
  readonly kept: KeptText | null;
  readonly appealed: boolean;
  readonly answered: boolean;
}

/** The fold with this id in a community. Throws a Refusal `not-found`. */
export async function findFold(
  context: Context,
  address: { readonly slug: string; readonly foldId: string },
): Promise<{ community: Community; fold: FoundFold }> {
  const community = await findCommunity(context.db, address.slug);
  const row = await context.db
    .selectFrom('commitments.fold as f')
    .innerJoin('commitments.commitment as w', (join) =>
      join.onRef('w.communityId', '=', 'f.communityId').onRef('w.id', '=', 'f.commitmentId'),
    )
    .leftJoin('commitments.appeal as a', (join) =>
      join.onRef('a.communityId', '=', 'f.communityId').onRef('a.foldId', '=', 'f.id'),
    )
    .select(['f.communityId', 'f.id', 'f.commitmentId', 'f.answerId', 'f.ownWordId', 'f.agreementId', 'f.kept'])
    .select(['f.authorId', 'f.foldedBy', 'f.secondedBy', 'f.unfoldedAt', 'w.number', 'a.madeAt', 'a.answeredAt'])
    .where('f.communityId', '=', community.id)
    .where('f.id', '=', address.foldId)
    .executeTakeFirst();
  if (!row) throw notFound();
  const { unfoldedAt, madeAt, answeredAt, ...facts } = row;
  const fold = { ...facts, unfolded: unfoldedAt !== null, appealed: madeAt !== null, answered: answeredAt !== null };
  return { community, fold };
}
