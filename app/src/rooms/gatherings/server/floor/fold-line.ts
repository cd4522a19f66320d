import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, notFound, Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onFloor } from '../../floor-permissions.ts';
import { maySecondFold, mayUnfoldLine } from '../../floor-rules.ts';
import { FoldLine, OneFold } from '../../floor-words.ts';
import { type FoundFloor, findQuestion, floorAt, signedIn } from './find-floor.ts';
import { saveFold, saveSecond, saveUnfold } from './folds-store.ts';

/**
 * Folds a harmful question or reflection at once; without another's second within 72 hours it unfolds. Everyone sees the reason,
 * the day and who decided; the text goes to its author and to those who run the floor.
 */
export const foldLine = describeAction(
  { name: 'gatherings.fold-line', input: FoldLine, permission: onFloor.moderate, repeat: 'once' },
  async (context, input): Promise<{ foldId: string }> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    const foldedBy = signedIn(context);
    const line = await findLine(context, floor.at, input);
    if (line.folded) throw new Refusal('floor.folded-already');
    insist(line.authorId === foldedBy ? { no: 'floor.own-line' } : 'yes');
    const { reason } = input;
    const { questionId, reflectionId } = line;
    const foldId = await saveFold(context, floor.at, { questionId, reflectionId, reason, foldedBy });
    if (line.authorId)
      await notify(context, [line.authorId], {
        communityId: floor.at.communityId,
        kind: 'floor.folded',
        facts: { theme: floor.gathering.theme },
        href: `/c/${floor.community.slug}/gatherings/${floor.gathering.number}/questions`,
        about: foldId,
      });
    context.announce({ kind: 'gatherings.line-folded', ...floor.at, foldId });
    return { foldId };
  },
);

/** Another agrees: the fold stays. */
export const secondLineFold = describeAction(
  { name: 'gatherings.second-line-fold', input: OneFold, permission: onFloor.moderate, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    const fold = await findFold(context, floor.at, input.foldId);
    const secondedBy = signedIn(context);
    insist(maySecondFold(fold, secondedBy));
    await saveSecond(context, { communityId: floor.at.communityId, id: fold.id }, secondedBy);
    context.announce({ kind: 'gatherings.line-folded', ...floor.at, foldId: fold.id });
  },
);

/** A fold is taken back: by who made it, or once it was seconded by anyone who runs the floor. */
export const unfoldLine = describeAction(
  { name: 'gatherings.unfold-line', input: OneFold, permission: onFloor.moderate, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    const fold = await findFold(context, floor.at, input.foldId);
    const unfoldedBy = signedIn(context);
    insist(mayUnfoldLine(fold, unfoldedBy));
    await saveUnfold(context, { communityId: floor.at.communityId, id: fold.id }, { unfoldedBy, how: 'withdrawn' });
    context.announce({ kind: 'gatherings.line-unfolded', ...floor.at, foldId: fold.id });
  },
);

interface FoundLine {
  readonly questionId: string | null;
  readonly reflectionId: string | null;
  readonly authorId: string | null;
  readonly folded: boolean;
}

async function findLine(
  context: Context,
  at: FoundFloor['at'],
  { question, reflectionId }: { readonly question?: number; readonly reflectionId?: string },
): Promise<FoundLine> {
  if (question) {
    const { id, askedBy, folded } = await findQuestion(context, at, question);
    return { questionId: id, reflectionId: null, authorId: askedBy, folded };
  }
  const row = await context.db
    .selectFrom('gatherings.reflection as r')
    .leftJoin('gatherings.lineFold as f', (join) =>
      join
        .onRef('f.communityId', '=', 'r.communityId')
        .onRef('f.reflectionId', '=', 'r.id')
        .on('f.unfoldedAt', 'is', null),
    )
    .select(['r.id', 'r.writtenBy', 'f.id as foldId'])
    .where('r.communityId', '=', at.communityId)
    .where('r.gatheringId', '=', at.gatheringId)
    .where('r.id', '=', reflectionId ?? '')
    .executeTakeFirst();
  if (!row) throw notFound();
  return { questionId: null, reflectionId: row.id, authorId: row.writtenBy, folded: row.foldId !== null };
}

async function findFold(context: Context, at: FoundFloor['at'], foldId: string) {
  const row = await context.db
    .selectFrom('gatherings.lineFold')
    .select(['id', 'foldedBy', 'secondedAt', 'unfoldedAt'])
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .where('id', '=', foldId)
    .executeTakeFirst();
  if (!row) throw notFound();
  const { id, foldedBy, secondedAt, unfoldedAt } = row;
  return { id, foldedBy, seconded: secondedAt !== null, unfolded: unfoldedAt !== null };
}
