import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { FoundFloor } from './find-floor.ts';

/** A line of the public log: what was folded, why, when and by whom; never what it said or who wrote it. */
export interface FoldLine {
  readonly id: string;
  readonly question: number | null;
  readonly reason: string;
  readonly foldedAt: Date;
  readonly foldedBy: string;
  readonly secondedBy: string | null;
  readonly unfoldedAt: Date | null;
  readonly unfoldedHow: string | null;
  readonly needsSecondBy: Date;
  /** The reader wrote it, and may appeal. */
  readonly own: boolean;
}

/** Everything that was folded at a gathering, the newest first. */
export async function foldsAt({ db, actor }: Context, at: FoundFloor['at']): Promise<FoldLine[]> {
  const rows = await db
    .selectFrom('moderation.fold as f')
    .innerJoin('people.person as one', 'one.id', 'f.foldedBy')
    .leftJoin('people.person as two', 'two.id', 'f.secondedBy')
    .leftJoin('gatherings.question as q', (join) =>
      join.onRef('q.communityId', '=', 'f.communityId').onRef('q.id', '=', 'f.subjectId'),
    )
    .leftJoin('gatherings.reflection as r', (join) =>
      join.onRef('r.communityId', '=', 'f.communityId').onRef('r.id', '=', 'f.subjectId'),
    )
    .select(['f.id', 'q.number as question', 'f.reason', 'f.foldedAt', 'f.needsSecondBy', 'f.authorId'])
    .select(['one.name as foldedBy', 'two.name as secondedBy', 'f.unfoldedAt', 'f.unfoldedHow'])
    .where('f.communityId', '=', at.communityId)
    .where('f.kind', 'in', ['question', 'reflection'])
    .where((eb) => eb(eb.fn.coalesce('q.gatheringId', 'r.gatheringId'), '=', at.gatheringId))
    .orderBy('f.id', 'desc')
    .limit(100)
    .execute();
  const me = personOf(actor);
  return rows.map(({ authorId, ...row }) => ({ ...row, own: authorId !== null && authorId === me }));
}
