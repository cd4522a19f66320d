import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onCase } from '../../permissions.ts';
import { ReviseCase } from '../../words.ts';
import { signedIn } from '../find-practice.ts';
import { findCase } from './find-case.ts';
import { savePictures, saveWording } from './store.ts';
import { writeCaseEntry } from './write-case-entry.ts';

const MOST_KEPT_PICTURES = 8;

/** Writes a case anew; the earlier wordings stay to be read. */
export const reviseCase = describeAction(
  { name: 'practice.revise-case', input: ReviseCase, permission: onCase.revise, repeat: 'once' },
  async (context, { slug, number, pictures, pictureWords, why, ...words }): Promise<void> => {
    const { one, of } = await findCase(context, { slug, number });
    authorize(onCase.revise, context.actor, of);
    if (one.takenBackAt) throw new Refusal('practice.case-taken-back');
    await saveWording(context, one, { ...words, version: one.version + 1, why, writtenBy: signedIn(context) });
    const after = await countPictures(context, one);
    if (after + pictures.length > MOST_KEPT_PICTURES) throw new Refusal('practice.many-pictures');
    await savePictures(context, one, { pictures, words: pictureWords || words.title, after });
    const { communityId, caseId } = one;
    if (of.open) await writeCaseEntry(context, one, words);
    context.announce({ kind: 'practice.case-revised', communityId, caseId, quiet: !of.open });
  },
);

async function countPictures(
  context: Context,
  { communityId, caseId }: { readonly communityId: string; readonly caseId: string },
): Promise<number> {
  const { count } = await context.db
    .selectFrom('practice.picture')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('communityId', '=', communityId)
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
