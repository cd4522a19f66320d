import type { Context } from '#platform/context.ts';
import { authorize, may } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import { onCase } from '../../permissions.ts';
import { QUESTIONS, type Question } from '../../words.ts';
import { findCase } from './find-case.ts';

/** A wording that stood there. */
export interface ShownWording {
  readonly version: number;
  readonly title: string;
  readonly locale: string;
  readonly why: string;
  readonly writtenAt: Date;
  readonly answers: readonly { readonly question: Question; readonly words: string }[];
}

/** Every wording of a case, the newest first. What was written before it was published is read by those who tell it. */
export async function showCaseWordings(
  context: Context,
  address: { readonly slug: string; readonly number: number },
): Promise<{ readonly practice: Community; readonly number: number; readonly wordings: readonly ShownWording[] }> {
  const { practice, one, of } = await findCase(context, address);
  authorize(onCase.readDraft, context.actor, of);
  const rows = await context.db
    .selectFrom('practice.wording')
    .select(['version', 'title', 'locale', 'why', 'writtenAt', ...QUESTIONS])
    .where('communityId', '=', one.communityId)
    .where('caseId', '=', one.caseId)
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
  const { publishedAt } = one;
  const published = publishedAt ? rows.find(({ writtenAt }) => writtenAt <= publishedAt) : undefined;
  const open = may(onCase.revise, context.actor, of)
    ? rows
    : rows.filter(({ version }) => version >= (published?.version ?? one.version));
  const wordings = open.map(({ version, title, locale, why, writtenAt, ...answers }) => ({
    ...{ version, title, locale, why, writtenAt },
    answers: QUESTIONS.filter((question) => answers[question] !== '').map((question) => {
      return { question, words: answers[question] };
    }),
  }));
  return { practice, number: one.number, wordings };
}
