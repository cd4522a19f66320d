import type { Outcome } from '@sofra/counting';
import { system } from '#platform/actor.ts';
import type { Db } from '#platform/database/tables.ts';
import type { House } from '#platform/house.ts';
import { runParsed } from '#platform/run-action.ts';
import type { InclusionFacts } from '../../inclusion-words.ts';
import { stateOf } from '../../rules.ts';
import type { Method, Result } from '../../words.ts';
import { barOf, measureTable } from '../inclusion/measure.ts';
import { forgetTouchedSums } from '../inclusion/store.ts';
import { approvalsOf } from '../inclusion/touched.ts';
import { type Decision, findDecision, optionsOf } from '../paper/find-decision.ts';
import { groupsAtTable, type TableGroup } from '../roll/draw-table.ts';
import { tellOfOutcome } from '../tell.ts';
import { electionOfBox, type SealedBallot, supportOf } from './count.ts';
import { countApart } from './count-apart.ts';
import { saveOutcome } from './store.ts';
import { countedTables, type Pile, pilesOf, type TableFacts, tableFacts, weighed } from './table-weights.ts';

/** What stands beside a count: who could have voted, whether enough did, and what was not measured. */
export interface OutcomeFacts {
  readonly result: Result;
  readonly onRoll: number | null;
  readonly quorumPercent: number | null;
  readonly quorumLeast: number | null;
  /** What became of the rules on groups; absent where none binds, and in outcomes counted before they were measured. */
  readonly inclusion?: InclusionFacts;
  /** In outcomes counted before the rules on groups were measured: which were not. */
  readonly notMeasured?: readonly ('women' | 'turnout')[];
  /** Per option in the order of the paper, exact text (`supportOf`). */
  readonly support: readonly string[];
  /** Who was at the table; absent for an import. */
  readonly table?: readonly TableGroup[];
  /** Where every table weighs the same: from which tables ballots came, and what each of them weighs. */
  readonly tables?: TableFacts;
  /** Why people blocked, or had concerns, without names. */
  readonly reasons: readonly string[];
}

/**
 * Counts a sealed box and keeps the outcome, once. Reading and counting happen outside of any transaction; when it is
 * interrupted the next tick begins again and finds the same.
 */
export async function countDecision(
  house: House,
  { communityId, decisionId }: { communityId: string; decisionId: string },
): Promise<void> {
  const { db } = house.database;
  const decision = await findDecision(db, communityId, decisionId);
  if (stateOf(decision, house.now()) !== 'sealed') return;
  const options = await optionsOf(db, decision);
  const { ballots, piles } = await ballotsIn(db, decision);
  const election = electionOfBox(decision, options, ballots);
  const counted = await countApart(decision, election);
  const facts = await factsOf(db, decision, { counted, ballots, piles, support: supportOf(election) });
  const asking = { actor: system('decisions.count'), language: house.languages.source };
  await runParsed(house, asking, {
    name: 'decisions.count-decision',
    run: async (context) => {
      await saveOutcome(context.db, { communityId, decisionId, computedAt: context.now, counted, facts });
      await forgetTouchedSums(context.db, { communityId, decisionId });
      await tellOfOutcome(context, decision);
      context.announce({
        kind: 'decisions.decision-counted',
        communityId,
        decisionId,
        number: decision.number,
        result: facts.result,
      });
    },
  });
}

/**
 * What lies in the sealed box, each ballot with what it weighs: of a named decision without the names, which the count does
 * not need.
 */
export async function ballotsIn(db: Db, decision: Decision): Promise<{ ballots: SealedBallot[]; piles: Pile[] }> {
  const { communityId, id } = decision;
  const rows =
    decision.secrecy === 'named'
      ? await db
          .selectFrom('decisions.namedBallot as b')
          .innerJoin('decisions.roll as r', (join) =>
            join
              .onRef('r.communityId', '=', 'b.communityId')
              .onRef('r.decisionId', '=', 'b.decisionId')
              .onRef('r.personId', '=', 'b.personId'),
          )
          .select(['b.marks', 'b.reason', 'r.tableLabel'])
          .where('b.communityId', '=', communityId)
          .where('b.decisionId', '=', id)
          .execute()
      : await db
          .selectFrom('decisions.sealedBallot')
          .select(['marks', 'reason', 'tableLabel'])
          .where('communityId', '=', communityId)
          .where('decisionId', '=', id)
          .execute();
  const piles = decision.weight === 'table' ? pilesOf(rows, await countedTables(db, decision)) : [];
  return { ballots: weighed(rows, piles), piles };
}

async function factsOf(
  db: Db,
  decision: Decision,
  {
    counted,
    ballots,
    piles,
    support,
  }: { counted: Outcome; ballots: readonly SealedBallot[]; piles: readonly Pile[]; support: string[] },
): Promise<OutcomeFacts> {
  const bar = await barOf(db, decision);
  const result = resultOf(decision.method, counted, bar.quorumLeast);
  const carried = result === 'carried';
  const approvals = await approvalsOf(db, decision, carried ? Number(counted.winners[0]) : undefined);
  return {
    result,
    onRoll: decision.onRoll,
    quorumPercent: decision.quorumPercent,
    quorumLeast: decision.quorumLeast === null ? null : bar.quorumLeast,
    inclusion: await measureTable(db, decision, { carried, ballots: counted.counted, bar, approvals }),
    support,
    table: await groupsAtTable(db, {
      communityId: decision.communityId,
      decisionId: decision.id,
      attribute: decision.tableAttribute,
    }),
    tables: await tableFacts(db, decision, piles),
    reasons: ballots.map(({ reason }) => reason).filter((reason) => reason !== ''),
  };
}

/** What a count comes to: the headcount first, then what the method says. */
export function resultOf(method: Method, counted: Outcome, quorumLeast: number): Result {
  if (counted.counted < quorumLeast) return 'no-quorum';
  if (counted.counted === counted.blank) return 'nothing-marked';
  if (method === 'majority') return counted.winners[0] === '1' ? 'carried' : 'not-carried';
  return counted.winners.length > 0 ? 'carried' : 'not-carried';
}
