import { inclusionState } from '@sofra/counting';
import type { Db } from '#platform/database/tables.ts';
import type { Attribute } from '#rooms/communities/index.ts';
import { attributeCounts, benchmarkOf, charterOf } from '#rooms/communities/server/index.ts';
import { type Approval, type AttributeFacts, measureApproval, measureGroup } from '../../inclusion-rules.ts';
import { attributesOf, type GroupResult, type GroupRule, type InclusionFacts } from '../../inclusion-words.ts';
import type { Decision } from '../paper/find-decision.ts';
import { peopleIn } from '../roll/draw-table.ts';
import { groupRulesFor } from './find-rules.ts';

/** The result of every rule on who took part, from sums of the roll and of those who took part; ballots are not looked at. */
export async function measureParts(
  db: Db,
  decision: Pick<Decision, 'communityId' | 'id'>,
  { rules, second }: { readonly rules: readonly GroupRule[]; readonly second: boolean },
): Promise<GroupResult[]> {
  const parts = rules.filter(({ rule }) => rule !== 'approval');
  if (parts.length === 0) return [];
  const { communityId, id: decisionId } = decision;
  const [roll, took, benchmark] = await Promise.all([
    peopleIn(db, 'decisions.roll', { communityId, decisionId }),
    peopleIn(db, 'decisions.participation', { communityId, decisionId }),
    benchmarkOf(db, communityId),
  ]);
  const factsOf = async (attribute: Attribute): Promise<AttributeFacts> => ({
    onRoll: roll.length,
    tookPart: took.length,
    roll: await attributeCounts(db, communityId, { personIds: roll, attribute }),
    took: await attributeCounts(db, communityId, { personIds: took, attribute }),
    benchmark: benchmark
      .filter((line) => line.attribute === attribute)
      .map(({ group, share }) => ({ group, count: share })),
  });
  const known = new Map<Attribute, AttributeFacts>();
  for (const attribute of attributesOf(parts)) known.set(attribute, await factsOf(attribute));
  return parts.flatMap((rule) => {
    const facts = known.get(rule.attribute);
    return facts ? [measureGroup(rule, facts, second)] : [];
  });
}

/** The bar that is in force: the lower one only after the vote went on once and somebody wrote down how a group was invited. */
export async function barOf(
  db: Db,
  { communityId, id, extendedAt, charterVersion, onRoll, quorumLeast }: Decision,
): Promise<{ second: boolean; quorumLeast: number }> {
  const plain = { second: false, quorumLeast: quorumLeast ?? 0 };
  if (!extendedAt) return plain;
  const invited = await db
    .selectFrom('decisions.outreach')
    .select('id')
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .limit(1)
    .executeTakeFirst();
  if (!invited) return plain;
  const { rules } = await charterOf(db, communityId, charterVersion ?? undefined);
  const { quorumPercent } = rules.inclusion.secondRound;
  return { second: true, quorumLeast: Math.min(plain.quorumLeast, Math.ceil(((onRoll ?? 0) * quorumPercent) / 100)) };
}

/** How the decision stands to its whole table, once it is counted. */
export async function measureTable(
  db: Db,
  decision: Decision,
  {
    carried,
    ballots,
    bar,
    approvals,
  }: {
    readonly carried: boolean;
    readonly ballots: number;
    readonly bar: { readonly second: boolean; readonly quorumLeast: number };
    readonly approvals: ReadonlyMap<string, Approval>;
  },
): Promise<InclusionFacts | undefined> {
  const rules = await groupRulesFor(db, decision);
  if (rules.length === 0) return undefined;
  const parts = await measureParts(db, decision, { rules, second: bar.second });
  const touched = rules
    .filter(({ rule }) => rule === 'approval' && carried)
    .map((rule) => measureApproval(rule, approvals.get(`${rule.attribute}:${rule.group}`)));
  const results = [...parts, ...touched];
  const headcount = {
    rule: 'headcount',
    result: ballots >= bar.quorumLeast ? 'met' : 'missed',
    needed: String(bar.quorumLeast),
  } as const;
  const checks = results.map(({ result }) => ({
    rule: 'turnout' as const,
    result: result === 'not-known' ? ('not-measured' as const) : result,
    needed: '',
  }));
  const state = inclusionState({ opened: true, closed: true, extended: true, checks: [headcount, ...checks] });
  return {
    state: state === 'no-quorum' ? 'no-quorum' : state === 'advisory' ? 'advisory' : 'whole-table',
    results,
    second: bar.second,
    wentOn: decision.extendedAt !== null,
  };
}
