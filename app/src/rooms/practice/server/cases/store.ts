import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { saveFile } from '#platform/files/file.ts';
import type { SafePicture } from '#platform/files/safe-picture.ts';
import type { CaseWords, CreditOrder, Uptake } from '../../words.ts';

/** Which case is meant. */
export interface CaseKey {
  readonly communityId: string;
  readonly caseId: string;
}

export interface NewCase extends CaseKey {
  readonly number: number;
  readonly organisationId: string | null;
  readonly homeCommunityId: string | null;
  readonly writtenBy: string;
  readonly from?: { readonly caseId: string; readonly depth: number; readonly how: Uptake };
}

export async function saveCase(context: Context, { caseId: id, from, ...one }: NewCase): Promise<void> {
  await context.db
    .insertInto('practice.libraryCase')
    .values({
      ...one,
      id,
      begunAt: context.now,
      depth: from ? from.depth + 1 : 0,
      fromCaseId: from?.caseId ?? null,
      fromDepth: from?.depth ?? null,
      how: from?.how ?? null,
    })
    .execute();
}

/** Writes a wording down; the earlier ones stay. */
export async function saveWording(
  context: Context,
  { communityId, caseId }: CaseKey,
  wording: CaseWords & { readonly version: number; readonly why: string; readonly writtenBy: string },
): Promise<void> {
  const { costAmount = null, costCurrency = null, ...words } = wording;
  await context.db
    .insertInto('practice.wording')
    .values({ ...words, communityId, caseId, costAmount, costCurrency, writtenAt: context.now })
    .execute();
}

/** Puts pictures after those that are there. */
export async function savePictures(
  context: Context,
  { communityId, caseId }: CaseKey,
  {
    pictures,
    words,
    after,
  }: { readonly pictures: readonly SafePicture[]; readonly words: string; readonly after: number },
): Promise<void> {
  for (const [at, picture] of pictures.entries()) {
    await saveFile(context, communityId, picture);
    await context.db
      .insertInto('practice.picture')
      .values({ communityId, caseId, position: after + at + 1, fileHash: picture.hash, words })
      .execute();
  }
}

export interface NewContributor extends CaseKey {
  readonly id: string;
  readonly position: number;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly outsideName: string | null;
  readonly outsideTier: string | null;
  readonly part: string;
  readonly addedBy: string;
}

export async function saveContributor(context: Context, contributor: NewContributor): Promise<void> {
  await context.db
    .insertInto('practice.contributor')
    .values({ ...contributor, addedAt: context.now })
    .execute();
}

export async function closeContributor(
  context: Context,
  { communityId, caseId }: CaseKey,
  contributorId: string,
): Promise<void> {
  await context.db
    .updateTable('practice.contributor')
    .set({ removedAt: context.now, removedBy: personOf(context.actor) ?? null })
    .where('communityId', '=', communityId)
    .where('caseId', '=', caseId)
    .where('id', '=', contributorId)
    .where('removedAt', 'is', null)
    .execute();
}

/** The order in which contributors are shown, and their places in it. */
export async function saveOrder(
  context: Context,
  { communityId, caseId }: CaseKey,
  { order, places }: { readonly order: CreditOrder; readonly places: ReadonlyMap<string, number> },
): Promise<void> {
  await context.db
    .updateTable('practice.libraryCase')
    .set({ creditOrder: order })
    .where('communityId', '=', communityId)
    .where('id', '=', caseId)
    .execute();
  for (const [id, position] of places)
    await context.db
      .updateTable('practice.contributor')
      .set({ position })
      .where('communityId', '=', communityId)
      .where('caseId', '=', caseId)
      .where('id', '=', id)
      .execute();
}

export async function saveCredit(
  context: Context,
  { communityId, caseId }: CaseKey,
  credit: { readonly contributorId: string; readonly answer: string; readonly told: boolean; readonly saidBy: string },
): Promise<void> {
  await context.db
    .insertInto('practice.credit')
    .values({ ...credit, communityId, caseId, id: context.newId(), saidAt: context.now })
    .execute();
}

export async function savePublication(context: Context, key: CaseKey, publishedBy: string): Promise<void> {
  const { communityId, caseId } = key;
  await context.db
    .insertInto('practice.publication')
    .values({ communityId, caseId, publishedAt: context.now, publishedBy })
    .execute();
}

/** Takes a case back, once; false when it was before. */
export async function saveTakingBack(
  context: Context,
  { communityId, caseId }: CaseKey,
  said: { readonly why: string; readonly takenBackBy: string },
): Promise<boolean> {
  const saved = await context.db
    .insertInto('practice.takingBack')
    .values({ communityId, caseId, ...said, takenBackAt: context.now })
    .onConflict((conflict) => conflict.columns(['communityId', 'caseId']).doNothing())
    .returning('caseId')
    .executeTakeFirst();
  return saved !== undefined;
}
