import type { Context } from '#platform/context.ts';
import { releaseFiles, withholdFiles } from '#platform/files/withhold.ts';
import { removeSearchEntry } from '#platform/search.ts';
import { SECOND_WITHIN_HOURS } from '#rooms/forum/index.ts';
import { renameTalk } from '#rooms/forum/server/index.ts';
import type { KeptText } from '../../tables.ts';
import { makeFindable } from '../publish.ts';
import type { NeedKey } from '../store.ts';

/** Which fold is meant. */
export interface FoldKey {
  readonly communityId: string;
  readonly id: string;
}

interface NewFold {
  readonly reason: string;
  readonly answer: string;
  readonly source: string;
  readonly foldedBy: string;
}

/**
 * Takes text and signature out of the need into the fold, and puts a line in their place that says so, in the language of
 * who folds: no list, of this room or another, can show what is not there.
 */
export async function saveFold(context: Context, { communityId, id }: NeedKey, fold: NewFold): Promise<string> {
  const kept = await textOf(context, { communityId, id });
  const foldId = context.newId();
  const needsSecondBy = new Date(context.now.getTime() + SECOND_WITHIN_HOURS * 3_600_000);
  await context.db
    .insertInto('needs.fold')
    .values({
      communityId,
      id: foldId,
      needId: id,
      ...fold,
      kept: JSON.stringify(kept),
      foldedAt: context.now,
      needsSecondBy,
    })
    .execute();
  await withholdPictures(context, { communityId, id }, foldId);
  const { say, locale } = context.language;
  const standIn = { title: say('needs.folded.title'), locale };
  await putText(
    context,
    { communityId, id },
    {
      ...standIn,
      words: '',
      place: '',
      affected: '',
      latitude: null,
      longitude: null,
      settlementOnly: true,
      signsAs: 'member',
      actingForId: null,
    },
  );
  await removeSearchEntry(context, { communityId, kind: 'need', id });
  await renameTalk(context, communityId, { kind: 'need', id, ...standIn });
  return foldId;
}

/** Puts everything back; true for exactly one caller: the fold was still in force. */
export async function saveUnfold(
  context: Context,
  fold: FoldKey,
  how: { readonly by: string | null; readonly how: 'no-second' | 'appeal' | 'withdrawn' },
): Promise<boolean> {
  const { communityId } = fold;
  const held = await context.db
    .selectFrom('needs.fold')
    .select(['needId', 'kept'])
    .where('communityId', '=', communityId)
    .where('id', '=', fold.id)
    .where('unfoldedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!held?.kept) return false;
  await context.db
    .updateTable('needs.fold')
    .set({ unfoldedAt: context.now, unfoldedBy: how.by, unfoldedHow: how.how, kept: null })
    .where('communityId', '=', communityId)
    .where('id', '=', fold.id)
    .execute();
  await releaseFiles(context, communityId, fold.id);
  const { needId: id, kept } = held;
  await putText(context, { communityId, id }, kept);
  const { number } = await context.db
    .selectFrom('needs.need')
    .select('number')
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await makeFindable(context, { communityId, id, number, ...kept });
  await renameTalk(context, communityId, { kind: 'need', id, title: kept.title, locale: kept.locale });
  return true;
}

export async function saveSecond(context: Context, { communityId, id }: FoldKey, secondedBy: string): Promise<void> {
  await context.db
    .updateTable('needs.fold')
    .set({ secondedAt: context.now, secondedBy })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}

export async function saveAppeal(context: Context, { communityId, id }: FoldKey, words: string): Promise<void> {
  await context.db.insertInto('needs.appeal').values({ communityId, foldId: id, words, madeAt: context.now }).execute();
}

export async function saveAppealAnswer(
  context: Context,
  { communityId, id }: FoldKey,
  answer: { readonly answeredBy: string; readonly upheld: boolean; readonly answer: string },
): Promise<void> {
  await context.db
    .updateTable('needs.appeal')
    .set({ ...answer, answeredAt: context.now })
    .where('communityId', '=', communityId)
    .where('foldId', '=', id)
    .execute();
}

async function withholdPictures(context: Context, { communityId, id }: NeedKey, forId: string): Promise<void> {
  const pictures = await context.db
    .selectFrom('needs.need as n')
    .innerJoin('needs.picture as i', (join) =>
      join.onRef('i.communityId', '=', 'n.communityId').onRef('i.needId', '=', 'n.id'),
    )
    .select(['i.fileHash', 'n.raisedBy', 'n.enteredBy'])
    .where('n.communityId', '=', communityId)
    .where('n.id', '=', id)
    .execute();
  const ownerId = pictures[0]?.raisedBy ?? pictures[0]?.enteredBy ?? null;
  await withholdFiles(context, { communityId, hashes: pictures.map(({ fileHash }) => fileHash), forId, ownerId });
}

const textOf = (context: Context, { communityId, id }: NeedKey): Promise<KeptText> =>
  context.db
    .selectFrom('needs.need')
    .select(['title', 'words', 'locale', 'place', 'affected', 'latitude', 'longitude', 'settlementOnly'])
    .select(['signsAs', 'actingForId'])
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

async function putText(context: Context, { communityId, id }: NeedKey, text: KeptText): Promise<void> {
  await context.db
    .updateTable('needs.need')
    .set(text)
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}
