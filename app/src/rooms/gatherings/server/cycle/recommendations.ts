import type { Context } from '#platform/context.ts';
import { organisationById } from '#rooms/communities/server/index.ts';
import type { RecommendationState } from '../../cycle-words.ts';
import type { Cycle, WorkingTable } from './find-cycle.ts';

/** One thing that was noted about a recommendation, the latest last. */
export interface RecommendationRecord {
  readonly state: RecommendationState;
  readonly byWhom: string;
  readonly words: string;
  readonly notedAt: Date;
  readonly actingFor: string | null;
}

/** What a table recommends, and what became of it. */
export interface ShownRecommendation {
  readonly id: string;
  readonly position: number;
  readonly tableId: string;
  readonly table: { readonly position: number; readonly name: string };
  readonly title: string;
  readonly text: string;
  readonly locale: string;
  readonly cost: number | null;
  /** As it stands: the latest record, not answered before the first. */
  readonly state: RecommendationState;
  readonly records: readonly RecommendationRecord[];
}

/** The recommendations of a cycle in their order, each with its records. */
export async function recommendationsOf(
  context: Context,
  { communityId, id }: Cycle,
  tables: readonly WorkingTable[],
): Promise<ShownRecommendation[]> {
  const { db } = context;
  const rows = await db
    .selectFrom('gatherings.recommendation')
    .select(['id', 'position', 'tableId', 'title', 'text', 'locale', 'cost'])
    .where('communityId', '=', communityId)
    .where('cycleId', '=', id)
    .orderBy('position')
    .limit(200)
    .execute();
  const records = await db
    .selectFrom('gatherings.recommendationRecord as n')
    .innerJoin('gatherings.recommendation as r', (join) =>
      join.onRef('r.communityId', '=', 'n.communityId').onRef('r.id', '=', 'n.recommendationId'),
    )
    .select(['n.recommendationId', 'n.state', 'n.byWhom', 'n.words', 'n.notedAt', 'n.actingForId'])
    .where('n.communityId', '=', communityId)
    .where('r.cycleId', '=', id)
    .orderBy('n.id')
    .execute();
  const shown = await Promise.all(
    records.map(async ({ actingForId, state, ...record }) => ({
      ...record,
      state: state as RecommendationState,
      actingFor: actingForId ? ((await organisationById(db, actingForId))?.name ?? null) : null,
    })),
  );
  const tableOf = new Map(tables.map(({ id: tableId, position, name }) => [tableId, { position, name }]));
  return rows.map((row) => {
    const own = shown.filter(({ recommendationId }) => recommendationId === row.id);
    return {
      ...row,
      cost: row.cost === null ? null : Number(row.cost),
      table: tableOf.get(row.tableId) ?? { position: 0, name: '' },
      state: own.at(-1)?.state ?? 'not-answered',
      records: own.map(({ recommendationId: _, ...record }) => record),
    };
  });
}
