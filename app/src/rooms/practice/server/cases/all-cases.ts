import type { Context } from '#platform/context.ts';
import type { Uptake } from '../../words.ts';

/** Every case of a practice, its newest wording, and where it stands. */
const joinedCases = (context: Context, communityId: string) =>
  context.db
    .selectFrom('practice.libraryCase as c')
    .innerJoin('practice.wording as w', (join) =>
      join
        .onRef('w.communityId', '=', 'c.communityId')
        .onRef('w.caseId', '=', 'c.id')
        .on('w.version', '=', (eb) =>
          eb
            .selectFrom('practice.wording as newest')
            .select((inner) => inner.fn.max('newest.version').as('version'))
            .whereRef('newest.communityId', '=', 'c.communityId')
            .whereRef('newest.caseId', '=', 'c.id'),
        ),
    )
    .leftJoin('practice.publication as p', (join) =>
      join.onRef('p.communityId', '=', 'c.communityId').onRef('p.caseId', '=', 'c.id'),
    )
    .leftJoin('practice.takingBack as b', (join) =>
      join.onRef('b.communityId', '=', 'c.communityId').onRef('b.caseId', '=', 'c.id'),
    )
    .leftJoin('practice.libraryCase as f', (join) =>
      join.onRef('f.communityId', '=', 'c.communityId').onRef('f.id', '=', 'c.fromCaseId'),
    )
    .where('c.communityId', '=', communityId);

/** Every case of a practice with all it says. The caller narrows it to what the reader may read. */
export const allCases = (context: Context, communityId: string) =>
  joinedCases(context, communityId)
    .select(['c.communityId', 'c.id as caseId', 'c.number', 'c.organisationId', 'c.homeCommunityId', 'c.creditOrder'])
    .select(['c.writtenBy', 'c.depth', 'c.how', 'f.number as from', 'p.publishedAt', 'b.takenBackAt'])
    .select(['w.version', 'w.title', 'w.locale', 'w.place', 'w.country', 'w.happened', 'w.context', 'w.done'])
    .select(['w.changed', 'w.failed', 'w.notWhere', 'w.costAmount', 'w.costCurrency', 'w.costWords'])
    .select(['w.languages', 'w.tags', 'w.goals']);

/** Every case of a practice in a line, without its long answers: for trees, counts and choices. */
export const briefCases = (context: Context, communityId: string) =>
  joinedCases(context, communityId)
    .select(['c.number', 'c.organisationId', 'c.homeCommunityId', 'c.writtenBy', 'c.how', 'f.number as from'])
    .select(['p.publishedAt', 'b.takenBackAt', 'w.title', 'w.locale', 'w.place', 'w.country', 'w.tags']);

/** One line of it. */
export type CaseLine = Omit<Awaited<ReturnType<ReturnType<typeof briefCases>['execute']>>[number], 'how'> & {
  readonly how: Uptake | null;
};

/** Most lines that are read at once; a library larger than that is looked through by its search. */
const MOST_LINES = 2000;

/** Lines of the cases that anyone may read, the newest first. */
export const openLines = async (context: Context, communityId: string): Promise<CaseLine[]> =>
  (await briefCases(context, communityId)
    .where('p.publishedAt', 'is not', null)
    .where('b.takenBackAt', 'is', null)
    .orderBy('c.number', 'desc')
    .limit(MOST_LINES)
    .execute()) as CaseLine[];

/** One row of it. */
export type CaseRow = Omit<Awaited<ReturnType<ReturnType<typeof allCases>['execute']>>[number], 'how'> & {
  readonly how: Uptake | null;
};

/** Cases that anyone may read, the newest first. */
export const openCases = (context: Context, communityId: string) =>
  allCases(context, communityId)
    .where('p.publishedAt', 'is not', null)
    .where('b.takenBackAt', 'is', null)
    .orderBy('c.number', 'desc');
