import type { Db } from '#platform/database/tables.ts';
import { attributeCounts } from '#rooms/communities/server/index.ts';
import { type Approval, approves, GROUP_LEAST } from '../../inclusion-rules.ts';
import type { GroupRule } from '../../inclusion-words.ts';
import type { Mark } from '../../words.ts';
import type { Decision } from '../paper/find-decision.ts';
import { peopleIn } from '../roll/draw-table.ts';
import { groupRulesFor } from './find-rules.ts';
import { saveTouchedSums } from './store.ts';

type CastBallot = { readonly personId: string; readonly marks: readonly Mark[] };

/**
 * Before the linked ballots are cut off from people: for each group that the subject touches, how many of its ballots approve of
 * each option. Only of groups with eleven on the roll and eleven ballots; nothing that leads to a single ballot is kept.
 */
export async function noteTouched(db: Db, decision: Decision, ballots: readonly CastBallot[]): Promise<void> {
  const rules = (await groupRulesFor(db, decision)).filter(({ rule }) => rule === 'approval');
  const { communityId, id: decisionId } = decision;
  const sums = [];
  for (const { attribute, group } of rules) {
    const roll = await peopleIn(db, 'decisions.roll', { communityId, decisionId });
    const entitled = await attributeCounts(db, communityId, { personIds: roll, attribute });
    if ((entitled.find((one) => one.group === group)?.count ?? 0) < GROUP_LEAST) continue;
    const inside = await peopleOf(db, { communityId, attribute, group });
    const theirs = ballots.filter(({ personId }) => inside.has(personId));
    if (theirs.length < GROUP_LEAST) continue;
    const approving = Array.from(
      { length: decision.optionCount },
      (_, at) => theirs.filter(({ marks }) => approves(decision, marks, at + 1)).length,
    );
    sums.push({ attribute, group, ballots: theirs.length, approving });
  }
  await saveTouchedSums(db, { communityId, decisionId }, sums);
}

/** Approval of the winner inside each touched group, by `attribute:group`. */
export async function approvalsOf(
  db: Db,
  { communityId, id }: Decision,
  winner: number | undefined,
): Promise<Map<string, Approval>> {
  if (winner === undefined) return new Map();
  const rows = await db
    .selectFrom('decisions.touchedSum')
    .select(['attribute', 'groupName', 'ballots', 'approving'])
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .execute();
  return new Map(
    rows.map(({ attribute, groupName, ballots, approving }) => [
      `${attribute}:${groupName}`,
      { ballots, approving: approving[winner - 1] ?? 0 },
    ]),
  );
}

async function peopleOf(
  db: Db,
  { communityId, attribute, group }: { communityId: string } & Pick<GroupRule, 'attribute' | 'group'>,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('communities.attribute')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('attribute', '=', attribute)
    .where('groupName', '=', group)
    .execute();
  return new Set(rows.map(({ personId }) => personId));
}
