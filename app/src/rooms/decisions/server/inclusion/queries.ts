import type { Context } from '#platform/context.ts';
import type { Db } from '#platform/database/tables.ts';
import type { Attribute } from '#rooms/communities/index.ts';
import { answeredBy, charterOf, groupsOf } from '#rooms/communities/server/index.ts';
import { attributesOf, type GroupResult, type GroupRule } from '../../inclusion-words.ts';
import type { Decision } from '../paper/find-decision.ts';
import { groupRulesFor } from './find-rules.ts';

/** One question about oneself, because a rule of this decision needs it. */
export interface GroupQuestion {
  readonly attribute: Attribute;
  readonly groups: readonly string[];
}

/** How a group was invited, as everyone reads it. */
export interface ShownOutreach {
  readonly id: string;
  readonly attribute: string;
  readonly group: string;
  readonly words: string;
  readonly notedAt: Date;
}

/** What a page says of a decision's rules on groups. */
export interface InclusionPage {
  readonly rules: readonly GroupRule[];
  /** For how many days the vote goes on, once, when a group is missing. */
  readonly days: number;
  /** Only for a voter whose ballot is in the box and who has not answered yet. */
  readonly question: GroupQuestion | null;
  readonly outreach: readonly ShownOutreach[];
}

/** The rules that bind the decision, the one question that this voter is asked, and how groups were invited. */
export async function inclusionOf(
  context: Context,
  decision: Decision,
  voter: string | undefined,
): Promise<InclusionPage> {
  const { db } = context;
  const rules = await groupRulesFor(db, decision);
  if (rules.length === 0) return { rules, days: 0, question: null, outreach: [] };
  const { rules: charter } = await charterOf(db, decision.communityId, decision.charterVersion ?? undefined);
  return {
    rules,
    days: charter.inclusion.secondRound.days,
    question: voter ? await questionFor(db, decision, { personId: voter, rules }) : null,
    outreach: decision.extendedAt ? await outreachOf(db, decision) : [],
  };
}

async function questionFor(
  db: Db,
  { communityId }: Decision,
  { personId, rules }: { readonly personId: string; readonly rules: readonly GroupRule[] },
): Promise<GroupQuestion | null> {
  const attributes = attributesOf(rules);
  const answered = await answeredBy(db, communityId, { personId, attributes });
  const attribute = attributes.find((one) => !answered.includes(one));
  if (attribute === undefined) return null;
  const { rules: charter } = await charterOf(db, communityId);
  return { attribute, groups: await groupsOf(db, communityId, { attribute, rules: charter }) };
}

/** How groups were invited while the vote went on, the first first. */
export async function outreachOf(
  db: Db,
  { communityId, id }: { readonly communityId: string; readonly id: string },
): Promise<ShownOutreach[]> {
  return db
    .selectFrom('decisions.outreach')
    .select(['id', 'attribute', 'groupName as group', 'words', 'notedAt'])
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .orderBy('id')
    .limit(50)
    .execute();
}

/** Why the end was moved: by a person with words, or by the house because of what was missed. */
export interface ShownExtension {
  readonly why: string | null;
  readonly earlierClosesAt: Date;
  readonly missed: readonly Pick<GroupResult, 'rule' | 'attribute' | 'group' | 'needed'>[];
}

/** The one extension of a decision. */
export async function extensionOf(db: Db, { communityId, id, extendedAt }: Decision): Promise<ShownExtension | null> {
  if (!extendedAt) return null;
  const row = await db
    .selectFrom('decisions.extension')
    .select(['why', 'earlierClosesAt', 'missed'])
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .executeTakeFirstOrThrow();
  return { ...row, missed: row.missed ?? [] };
}
