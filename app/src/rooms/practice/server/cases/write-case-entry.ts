import type { Context } from '#platform/context.ts';
import { writeSearchEntry } from '#platform/search.ts';
import type { CaseWords } from '../../words.ts';

type Words = Pick<CaseWords, 'place' | 'context' | 'done' | 'changed' | 'failed' | 'notWhere'>;

/** Where a case's words are looked for: everything it says, the story first. */
const textOf = (one: Words & { readonly tags: readonly string[] }): string =>
  [one.context, one.done, one.changed, one.failed, one.notWhere, one.place, one.tags.join(' ')].join(' ');

/** Lets anyone find a published case by its words. */
export async function writeCaseEntry(
  context: Context,
  { communityId, caseId, number }: { readonly communityId: string; readonly caseId: string; readonly number: number },
  words: Words & { readonly title: string; readonly locale: string; readonly tags: readonly string[] },
): Promise<void> {
  await writeSearchEntry(context, {
    communityId,
    kind: 'case',
    id: caseId,
    number,
    audience: 'public',
    title: words.title,
    text: textOf(words),
    locale: words.locale,
    path: `practice/cases/${number}`,
  });
}
