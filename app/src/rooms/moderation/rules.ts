import type { Answer } from '#platform/refusal.ts';

/** How long one person's fold holds without a second (harm.md 9). */
export const SECOND_WITHIN_HOURS = 72;

/** A fold as the rules look at it. */
export interface FoldFacts {
  readonly foldedBy: string;
  readonly secondedBy: string | null;
  /** Who wrote it; null where nobody with an account did. */
  readonly authorId: string | null;
  readonly unfolded: boolean;
  readonly appealed: boolean;
  readonly answered: boolean;
}

/** Nobody decides on what they wrote themselves. */
export const mayDecideOn = (authorId: string | null, personId: string): Answer =>
  authorId === personId ? { no: 'moderation.own' } : 'yes';

/** One folds, another seconds; nobody does both, and nobody decides on their own. */
export function maySecond({ foldedBy, secondedBy, authorId, unfolded }: FoldFacts, personId: string): Answer {
  if (unfolded) return { no: 'moderation.fold-over' };
  if (secondedBy !== null) return { no: 'moderation.fold-seconded' };
  if (foldedBy === personId) return { no: 'moderation.second-is-another' };
  return mayDecideOn(authorId, personId);
}

/**
 * Who folded takes it back alone until a second agrees; then two have said so, and only an appeal undoes it. Where nobody can
 * appeal, because nobody with an account wrote it, whoever decides may take it back.
 */
export function mayUnfold({ foldedBy, secondedBy, authorId, unfolded }: FoldFacts, personId: string): Answer {
  if (unfolded) return { no: 'moderation.fold-over' };
  if (secondedBy !== null) return authorId === null ? 'yes' : { no: 'moderation.fold-seconded' };
  return foldedBy === personId ? 'yes' : { no: 'moderation.unfold-by-folder' };
}

/** One appeal a fold, while it is in force. */
export function mayAppeal({ unfolded, appealed }: FoldFacts): Answer {
  if (unfolded) return { no: 'moderation.fold-over' };
  return appealed ? { no: 'moderation.appealed-already' } : 'yes';
}

/** The appeal is answered by somebody who neither folded, nor seconded, nor wrote it. */
export function mayAnswerAppeal(fold: FoldFacts, personId: string): Answer {
  if (!fold.appealed) return { no: 'moderation.no-appeal' };
  if (fold.answered) return { no: 'moderation.appeal-answered' };
  if (fold.foldedBy === personId || fold.secondedBy === personId) return { no: 'moderation.appeal-by-another' };
  return mayDecideOn(fold.authorId, personId);
}
