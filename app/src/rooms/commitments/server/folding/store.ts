import type { Context } from '#platform/context.ts';
import { SECOND_WITHIN_HOURS } from '../../rules.ts';
import type { KeptText } from '../../tables.ts';
import type { FoldReason } from '../../words.ts';

/** What of a given word is meant: an answer, an own word, an agreement, or the word itself. */
export interface Part {
  readonly communityId: string;
  readonly commitmentId: string;
  readonly answerId: string | null;
  readonly ownWordId: string | null;
  readonly agreementId: string | null;
}

interface NewFold {
  readonly kept: KeptText;
  readonly authorId: string | null;
  readonly reason: FoldReason;
  readonly answer: string;
  readonly source: string;
  readonly foldedBy: string;
}

/** Lays the text into a fold; returns its id. The caller puts a line in its place. */
export async function saveFold(context: Context, part: Part, { kept, ...fold }: NewFold): Promise<string> {
  const id = context.newId();
  const { communityId, commitmentId, answerId, ownWordId, agreementId } = part;
  const needsSecondBy = new Date(context.now.getTime() + SECOND_WITHIN_HOURS * 3_600_000);
  await context.db
    .insertInto('commitments.fold')
    .values({
      ...{ communityId, id, commitmentId, answerId, ownWordId, agreementId },
      ...fold,
      kept: JSON.stringify(kept),
      foldedAt: context.now,
      needsSecondBy,
    })
    .execute();
  return id;
}

/** Ends a fold; the text that lay in it, for exactly one caller. */
export async function saveUnfold(
  context: Context,
  { communityId, id }: { readonly communityId: string; readonly id: string },
  how: { readonly by: string | null; readonly how: 'no-second' | 'appeal' | 'withdrawn' },
): Promise<KeptText | undefined> {
  const held = await context.db
    .selectFrom('commitments.fold')
    .select('kept')
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .where('unfoldedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!held?.kept) return undefined;
  await context.db
    .updateTable('commitments.fold')
    .set({ unfoldedAt: context.now, unfoldedBy: how.by, unfoldedHow: how.how, kept: null })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
  return held.kept;
}

/** Puts a text where the part stands: the line of a fold, or what had lain in it. */
export async function putText(context: Context, part: Part, text: KeptText): Promise<void> {
  const { communityId, commitmentId, answerId, ownWordId, agreementId } = part;
  const { what = '', words = '', why = '', locale, signsAs } = text;
  const { db } = context;
  if (answerId)
    await db
      .updateTable('commitments.answer')
      .set({ words, locale })
      .where('communityId', '=', communityId)
      .where('id', '=', answerId)
      .execute();
  else if (ownWordId)
    await db
      .updateTable('commitments.ownWord')
      .set({ words, locale })
      .where('communityId', '=', communityId)
      .where('id', '=', ownWordId)
      .execute();
  else if (agreementId)
    await db
      .updateTable('commitments.agreement')
      .set({ what, why, locale })
      .where('communityId', '=', communityId)
      .where('id', '=', agreementId)
      .execute();
  else
    await db
      .updateTable('commitments.commitment')
      .set({ what, words, locale, ...(signsAs ? { signsAs } : {}) })
      .where('communityId', '=', communityId)
      .where('id', '=', commitmentId)
      .execute();
}

export async function saveSecond(
  context: Context,
  { communityId, id }: { readonly communityId: string; readonly id: string },
  secondedBy: string,
): Promise<void> {
  await context.db
    .updateTable('commitments.fold')
    .set({ secondedAt: context.now, secondedBy })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}

export async function saveAppeal(
  context: Context,
  { communityId, id }: { readonly communityId: string; readonly id: string },
  words: string,
): Promise<void> {
  const appeal = { communityId, foldId: id, words, madeAt: context.now };
  await context.db.insertInto('commitments.appeal').values(appeal).execute();
}

export async function saveAppealAnswer(
  context: Context,
  { communityId, id }: { readonly communityId: string; readonly id: string },
  answer: { readonly answeredBy: string; readonly upheld: boolean; readonly answer: string },
): Promise<void> {
  await context.db
    .updateTable('commitments.appeal')
    .set({ ...answer, answeredAt: context.now })
    .where('communityId', '=', communityId)
    .where('foldId', '=', id)
    .execute();
}
