import { sql } from 'kysely';
import type { Db } from '#platform/database/tables.ts';
import { notFound } from '#platform/refusal.ts';
import type { BallotPaper } from '../../rules.ts';
import type { BallotKind, Ground, Interest, Method, MethodOptions, Secrecy, Weight } from '../../words.ts';

/** One decision with the records that say where it stands. */
export interface Decision extends BallotPaper {
  readonly communityId: string;
  readonly id: string;
  readonly number: number;
  readonly question: string;
  readonly paper: string;
  readonly locale: string;
  readonly secrecy: Secrecy;
  readonly method: Method;
  readonly methodOptions: MethodOptions;
  readonly ballotKind: BallotKind;
  readonly budget: string | null;
  readonly currency: string | null;
  readonly opensAt: Date | null;
  readonly publishSingleBallots: boolean;
  readonly interest: Interest;
  readonly interestOrganisationId: string | null;
  readonly restsOn: Ground;
  readonly answerer: string | null;
  readonly answerBy: string | null;
  readonly weight: Weight;
  readonly tableAttribute: string | null;
  readonly draftedBy: string | null;
  readonly draftedAt: Date;
  /** The charter it opened with; absent before. */
  readonly charterVersion: number | null;
  readonly onRoll: number | null;
  readonly quorumPercent: number | null;
  readonly quorumLeast: number | null;
  readonly voteBy: readonly string[] | null;
  readonly extendedAt: Date | null;
  readonly withdrawnWhy: string | null;
  readonly ballots: number | null;
}

/** One option of a paper. `cost` is exact decimal text in the paper's currency; the last three are of imported files. */
export interface DecisionOption {
  readonly position: number;
  readonly code: string;
  readonly name: string;
  readonly about: string;
  readonly standing: 'yes' | 'no' | null;
  readonly cost: string | null;
  readonly excludes: string | null;
  readonly announced: boolean | null;
}

const base = (db: Db) =>
  db
    .selectFrom('decisions.decision as d')
    .leftJoin('decisions.calling as call', (join) =>
      join.onRef('call.communityId', '=', 'd.communityId').onRef('call.decisionId', '=', 'd.id'),
    )
    .leftJoin('decisions.opening as o', (join) =>
      join.onRef('o.communityId', '=', 'd.communityId').onRef('o.decisionId', '=', 'd.id'),
    )
    .leftJoin('decisions.extension as e', (join) =>
      join.onRef('e.communityId', '=', 'd.communityId').onRef('e.decisionId', '=', 'd.id'),
    )
    .leftJoin('decisions.withdrawal as w', (join) =>
      join.onRef('w.communityId', '=', 'd.communityId').onRef('w.decisionId', '=', 'd.id'),
    )
    .leftJoin('decisions.closure as c', (join) =>
      join.onRef('c.communityId', '=', 'd.communityId').onRef('c.decisionId', '=', 'd.id'),
    )
    .leftJoin('decisions.outcome as f', (join) =>
      join.onRef('f.communityId', '=', 'd.communityId').onRef('f.decisionId', '=', 'd.id').on('f.version', '=', 1),
    )
    .select([
      'call.calledAt',
      'o.openedAt',
      'o.charterVersion',
      'o.onRoll',
      'o.quorumPercent',
      'o.quorumLeast',
      'o.voteBy',
    ])
    .select(['e.extendedAt', 'w.withdrawnAt', 'w.why as withdrawnWhy', 'c.closedAt', 'c.ballots'])
    .select('f.computedAt as countedAt')
    .select((eb) =>
      eb
        .selectFrom('decisions.option as option')
        .select(sql<number>`count(*)::integer`.as('n'))
        .whereRef('option.communityId', '=', 'd.communityId')
        .whereRef('option.decisionId', '=', 'd.id')
        .as('optionCount'),
    )
    .selectAll('d');

type Row = Awaited<ReturnType<ReturnType<typeof base>['executeTakeFirstOrThrow']>>;

const shape = (row: Row): Decision => ({
  ...row,
  secrecy: row.secrecy as Secrecy,
  method: row.method as Method,
  ballotKind: row.ballotKind as BallotKind,
  interest: row.interest as Interest,
  restsOn: row.restsOn as Ground,
  weight: row.weight as Weight,
  optionCount: row.optionCount ?? 0,
  mostPoints: row.methodOptions.mostPoints ?? 5,
});

/** The decision with this id. Throws a Refusal `not-found`, also for one of another community. */
export async function findDecision(db: Db, communityId: string, decisionId: string): Promise<Decision> {
  const row = await base(db).where('d.communityId', '=', communityId).where('d.id', '=', decisionId).executeTakeFirst();
  if (!row) throw notFound();
  return shape(row);
}

/** The decision that people call by this number. Throws a Refusal `not-found`. */
export async function findByNumber(db: Db, communityId: string, number: number): Promise<Decision> {
  const row = await base(db).where('d.communityId', '=', communityId).where('d.number', '=', number).executeTakeFirst();
  if (!row) throw notFound();
  return shape(row);
}

/** Decisions whose paper names this need, the newest first. */
export async function decisionsAbout(db: Db, communityId: string, needId: string): Promise<Decision[]> {
  const rows = await base(db)
    .innerJoin('decisions.decisionNeed as about', (join) =>
      join.onRef('about.communityId', '=', 'd.communityId').onRef('about.decisionId', '=', 'd.id'),
    )
    .where('about.communityId', '=', communityId)
    .where('about.needId', '=', needId)
    .orderBy('d.number', 'desc')
    .limit(10)
    .execute();
  return rows.map(shape);
}

/** The options in the order of the paper. */
export async function optionsOf(
  db: Db,
  { communityId, id }: { communityId: string; id: string },
): Promise<DecisionOption[]> {
  const rows = await db
    .selectFrom('decisions.option')
    .select(['position', 'code', 'name', 'about', 'standing', 'cost', 'excludes', 'announced'])
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .orderBy('position')
    .execute();
  return rows as DecisionOption[];
}

/** Whether the person stands on the roll of the decision. */
export async function isOnRoll(
  db: Db,
  { communityId, decisionId, personId }: { communityId: string; decisionId: string; personId: string | undefined },
): Promise<boolean> {
  if (!personId) return false;
  const row = await db
    .selectFrom('decisions.roll')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('decisionId', '=', decisionId)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Fifty decisions of a community, the newest number first, before `before` when paging. */
export async function pageOfDecisions(
  db: Db,
  communityId: string,
  { before, most = 50 }: { before?: number; most?: number } = {},
): Promise<Decision[]> {
  let query = base(db).where('d.communityId', '=', communityId).orderBy('d.number', 'desc').limit(most);
  if (before !== undefined) query = query.where('d.number', '<', before);
  return (await query.execute()).map(shape);
}
