import { Refusal } from '#platform/refusal.ts';
import type { Charter } from '#rooms/communities/index.ts';
import { APPROVING_METHODS } from '../../inclusion-rules.ts';
import { groupFromText, type PaperGroup } from '../../inclusion-words.ts';
import type { Paper } from '../../words.ts';

type Known = readonly { readonly attribute: PaperGroup['attribute']; readonly groups: readonly string[] }[];

/**
 * The groups a paper names beside those of the charter. A group must be one the community knows, a subject one the charter
 * names, and then the method one whose ballots say whether they approve. Throws a Refusal that names the field.
 */
export function groupsOfPaper(
  { inclusion }: Charter,
  paper: Pick<Paper, 'groups' | 'subjects' | 'method'>,
  known: Known,
): PaperGroup[] {
  const watched = paper.groups.map((written): PaperGroup => {
    const { attribute, group } = groupFromText(written);
    const of = known.find((one) => one.attribute === attribute);
    if (!of?.groups.includes(group)) throw unfit('groups', 'unknown-group');
    return { rule: 'turnout', attribute: of.attribute, group, subject: null };
  });
  const touched = paper.subjects.flatMap((subject): PaperGroup[] => {
    const named = inclusion.subjects.filter((one) => one.subject === subject);
    if (named.length === 0) throw unfit('subjects', 'unknown-subject');
    if (!APPROVING_METHODS.includes(paper.method)) throw unfit('subjects', 'subject-needs-approval');
    return named.map(({ attribute, group }) => ({ rule: 'approval', attribute, group, subject }));
  });
  return [...watched, ...touched];
}

const unfit = (field: string, reason: string): Refusal =>
  new Refusal(`decisions.${reason}`, { fields: { [field]: { key: `decisions.refusal.${reason}` } } });
