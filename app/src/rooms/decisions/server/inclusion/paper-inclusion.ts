import { adviseRule } from '@sofra/counting';
import type { Context } from '#platform/context.ts';
import { attributeCounts, charterGroups, charterOf, membersOf } from '#rooms/communities/server/index.ts';
import { groupRulesOf, type PaperGroup, type PaperInclusion } from '../../inclusion-words.ts';

/** What the form offers here, and what was chosen. */
export async function paperInclusion(
  context: Context,
  communityId: string,
  chosen: readonly PaperGroup[],
): Promise<PaperInclusion> {
  const { db } = context;
  const { rules: charter } = await charterOf(db, communityId);
  const rules = groupRulesOf(charter, []);
  const known = await charterGroups(db, communityId);
  const subjects = [...new Set(charter.inclusion.subjects.map(({ subject }) => subject))];
  return {
    rules,
    groups: known.flatMap(({ attribute, groups }) =>
      groups
        .filter((group) => !rules.some((rule) => rule.attribute === attribute && rule.group === group))
        .map((group) => ({ value: `${attribute}:${group}`, attribute, group })),
    ),
    subjects: subjects.map((subject) => ({
      subject,
      groups: charter.inclusion.subjects.filter((one) => one.subject === subject).map(({ group }) => group),
    })),
    chosenGroups: chosen
      .filter(({ rule }) => rule === 'turnout')
      .map(({ attribute, group }) => `${attribute}:${group}`),
    chosenSubjects: [...new Set(chosen.flatMap(({ subject }) => subject ?? []))],
    fewWomen: await fewWomen(context, communityId),
  };
}

/** Fewer than these who said what they are, and nothing is advised. */
const LEAST_KNOWN = 11;

async function fewWomen(context: Context, communityId: string): Promise<boolean> {
  const members = await membersOf(context.db, communityId, { at: context.now });
  const personIds = members.map(({ personId }) => personId);
  const sums = await attributeCounts(context.db, communityId, { personIds, attribute: 'gender' });
  const women = sums.find(({ group }) => group === 'woman')?.count ?? 0;
  const others = sums.reduce((all, { count }) => all + count, 0) - women;
  if (women + others < LEAST_KNOWN) return false;
  return adviseRule({ women, others }, 'majority').reason === 'few-women-under-majority';
}
