import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { onWordFold } from '../../permissions.ts';
import { FoldWords } from '../../words.ts';
import { commitmentAt } from '../find-commitment.ts';
import { signedIn } from '../signed-in.ts';
import { announceOf, tellOf } from '../tell.ts';
import { isFolded } from './queries.ts';
import { type Part, saveFold } from './store.ts';
import { hideText, textOf } from './text-of.ts';

/**
 * A facilitator folds words at once; without another's second within 72 hours they stand again (harm.md 9). What was answered
 * (kept, late …) still counts: only the text is folded. Who wrote it is told, with the way to appeal.
 */
export const foldWords = describeAction(
  { name: 'commitments.fold-words', input: FoldWords, permission: onWordFold.fold, repeat: 'once' },
  async (context, input): Promise<{ foldId: string }> => {
    const found = await commitmentAt(context, input);
    const { commitment } = found;
    authorize(onWordFold.fold, context.actor, { communityId: commitment.communityId });
    const foldedBy = signedIn(context);
    const part = partOf(commitment, input);
    if (await isFolded(context, part)) throw new Refusal('forum.folded-already');
    const written = await textOf(context, commitment, part);
    insist(written.authorId === foldedBy ? { no: 'forum.own-post' } : 'yes');
    const { reason, answer, source } = input;
    const { text: kept, authorId } = written;
    const foldId = await saveFold(context, part, { kept, authorId, reason, answer, source, foldedBy });
    await hideText(context, part, written);
    const to = authorId ? [authorId] : [];
    await tellOf(context, found, { kind: 'commitments.folded', to, part: `#fold-${foldId}` });
    announceOf(context, commitment, { kind: 'commitments.words-folded', foldId });
    return { foldId };
  },
);

const partOf = (
  { communityId, id: commitmentId }: { readonly communityId: string; readonly id: string },
  { part, partId }: Pick<FoldWords, 'part' | 'partId'>,
): Part => ({
  communityId,
  commitmentId,
  answerId: (part === 'answer' && partId) || null,
  ownWordId: (part === 'own' && partId) || null,
  agreementId: (part === 'anew' && partId) || null,
});
