import { sql } from 'kysely';
import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { may } from '#platform/permissions.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { onWordFold } from '../../permissions.ts';
import type { CommitmentKey } from '../store.ts';
import type { Part } from './store.ts';

const PAGE = 50;

/** True when this part of a given word is folded now. */
export async function isFolded(context: Context, part: Part): Promise<boolean> {
  const id = part.answerId ?? part.ownWordId ?? part.agreementId ?? part.commitmentId;
  const row = await context.db
    .selectFrom('commitments.fold')
    .select('id')
    .where('communityId', '=', part.communityId)
    .where('commitmentId', '=', part.commitmentId)
    .where(sql<boolean>`coalesce(answer_id, own_word_id, agreement_id, commitment_id) = ${id}`)
    .where('unfoldedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** A fold in force: why, for everyone; the text, who wrote it and the appeal only for its author and the desk. */
export interface ShownFold {
  readonly id: string;
  /** The answer, own word or agreement that is folded; null: the given word itself. */
  readonly partId: string | null;
  readonly reason: string;
  readonly answer: string;
  readonly source: string;
  readonly inside: {
    readonly text: string;
    readonly foldedBy: string;
    readonly needsSecondBy: Date;
    readonly secondedAt: Date | null;
    readonly appeal: string | null;
    readonly appealAnswer: string | null;
    /** The reader folded it · seconded it · wrote it. */
    readonly mine: boolean;
    readonly seconded: boolean;
    readonly isAuthor: boolean;
  } | null;
}

/** What is folded of one given word. */
export async function foldsOn(context: Context, { communityId, id }: CommitmentKey): Promise<ShownFold[]> {
  const me = personOf(context.actor);
  const rows = await context.db
    .selectFrom('commitments.fold as f')
    .innerJoin('people.person as p', 'p.id', 'f.foldedBy')
    .leftJoin('commitments.appeal as a', (join) =>
      join.onRef('a.communityId', '=', 'f.communityId').onRef('a.foldId', '=', 'f.id'),
    )
    .selectAll('f')
    .select(['p.name', 'a.words as appeal', 'a.answer as appealAnswer'])
    .where('f.communityId', '=', communityId)
    .where('f.commitmentId', '=', id)
    .where('f.unfoldedAt', 'is', null)
    .orderBy('f.id')
    .execute();
  return rows.map((row) => {
    const isAuthor = row.authorId !== null && row.authorId === me;
    const desk = may(onWordFold.fold, context.actor, row);
    const { id, reason, answer, source, kept, needsSecondBy, secondedAt, appeal, appealAnswer, name } = row;
    const text = [kept?.what, kept?.words, kept?.why].filter(Boolean).join('\n\n');
    const mine = row.foldedBy === me;
    const seconded = row.secondedBy === me;
    const inside = { text, foldedBy: name, needsSecondBy, secondedAt, appeal, appealAnswer, mine, seconded, isAuthor };
    const partId = row.answerId ?? row.ownWordId ?? row.agreementId;
    return { id, partId, reason, answer, source, inside: desk || isAuthor ? inside : null };
  });
}

/** Folds for the public log, newest first: reason, date and who decided; never the author or the text. */
export async function showWordFoldLog(context: Context, slug: string, before?: string) {
  const { id } = await findCommunity(context.db, slug);
  let query = context.db
    .selectFrom('commitments.fold as f')
    .innerJoin('people.person as one', 'one.id', 'f.foldedBy')
    .leftJoin('people.person as two', 'two.id', 'f.secondedBy')
    .select(['f.id', 'f.reason', 'f.foldedAt', 'one.name as foldedBy', 'two.name as secondedBy'])
    .select(['f.unfoldedAt', 'f.unfoldedHow'])
    .where('f.communityId', '=', id)
    .orderBy('f.id', 'desc')
    .limit(PAGE + 1);
  if (before) query = query.where('f.id', '<', before);
  return query.execute();
}

/** For the desk: given words of which something waits for a second or for an answer to an appeal, each once. */
export async function foldsThatWait(context: Context, communityId: string): Promise<{ number: number }[]> {
  if (!may(onWordFold.fold, context.actor, { communityId })) return [];
  const me = personOf(context.actor) ?? '';
  return context.db
    .selectFrom('commitments.fold as f')
    .innerJoin('commitments.commitment as w', (join) =>
      join.onRef('w.communityId', '=', 'f.communityId').onRef('w.id', '=', 'f.commitmentId'),
    )
    .leftJoin('commitments.appeal as a', (join) =>
      join.onRef('a.communityId', '=', 'f.communityId').onRef('a.foldId', '=', 'f.id'),
    )
    .select('w.number')
    .distinct()
    .where('f.communityId', '=', communityId)
    .where('f.unfoldedAt', 'is', null)
    .where('f.foldedBy', '<>', me)
    .where((eb) =>
      eb.or([
        eb('f.secondedAt', 'is', null),
        eb.and([eb('a.madeAt', 'is not', null), eb('a.answeredAt', 'is', null), eb('f.secondedBy', '<>', me)]),
      ]),
    )
    .orderBy('w.number')
    .limit(3)
    .execute();
}
