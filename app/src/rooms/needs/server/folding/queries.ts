import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { authorize, may } from '#platform/permissions.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { type Reported, togetherReported } from '#rooms/forum/index.ts';
import type { LogLine } from '#rooms/forum/server/index.ts';
import { onNeed } from '../../permissions.ts';
import type { KeptText } from '../../tables.ts';
import { findNeedFold } from './find-fold.ts';

const PAGE = 50;

/** What a need said, as one text. */
const asText = ({ title, words, place, affected }: Pick<KeptText, 'title' | 'words' | 'place' | 'affected'>): string =>
  [title, words, place, affected].filter(Boolean).join('\n\n');

/** The fold in force on a need, as its page says it: reason, answer, source; never the text. */
export const foldOnNeed = (context: Context, { communityId, id }: { communityId: string; id: string }) =>
  context.db
    .selectFrom('needs.fold')
    .select(['id', 'reason', 'answer', 'source'])
    .where('communityId', '=', communityId)
    .where('needId', '=', id)
    .where('unfoldedAt', 'is', null)
    .executeTakeFirst();

/** Folds of needs for the public log, newest first: reason, date and who decided; never the author or the text. */
export async function showNeedFoldLog(context: Context, slug: string, before?: string): Promise<LogLine[]> {
  const { id } = await findCommunity(context.db, slug);
  let query = context.db
    .selectFrom('needs.fold as f')
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

/** Needs that people reported and nobody at the desk has looked at. Reporters are not named. */
export async function showReportedNeeds(context: Context, slug: string): Promise<Reported[]> {
  const { id: communityId } = await findCommunity(context.db, slug);
  authorize(onNeed.fold, context.actor, { communityId });
  const rows = await context.db
    .selectFrom('needs.report as r')
    .innerJoin('needs.need as n', (join) =>
      join.onRef('n.communityId', '=', 'r.communityId').onRef('n.id', '=', 'r.needId'),
    )
    .select(['n.id', 'n.number', 'n.title', 'n.words', 'n.place', 'n.affected', 'n.raisedBy', 'n.enteredBy'])
    .select(['r.reason', 'r.words as said'])
    .where('r.communityId', '=', communityId)
    .where('r.answeredAt', 'is', null)
    .orderBy('r.reportedAt')
    .limit(4 * PAGE)
    .execute();
  const me = personOf(context.actor);
  return togetherReported(
    rows.map(({ said, raisedBy, enteredBy, ...row }) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      text: asText(row),
      reason: row.reason,
      words: said,
      mine: (raisedBy ?? enteredBy) === me,
    })),
  );
}

/** How many needs are reported, folded without a second, or appealed, and wait for this reader; none away from the desk. */
export async function countHurting(context: Context, communityId: string): Promise<number> {
  if (!may(onNeed.fold, context.actor, { communityId })) return 0;
  const me = personOf(context.actor) ?? null;
  const { count } = await context.db
    .selectFrom('needs.need as n')
    .leftJoin('needs.fold as f', (join) =>
      join.onRef('f.communityId', '=', 'n.communityId').onRef('f.needId', '=', 'n.id').on('f.unfoldedAt', 'is', null),
    )
    .leftJoin('needs.appeal as a', (join) =>
      join.onRef('a.communityId', '=', 'f.communityId').onRef('a.foldId', '=', 'f.id'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('n.communityId', '=', communityId)
    .where((eb) => eb(eb.fn.coalesce('n.raisedBy', 'n.enteredBy'), 'is distinct from', me))
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('needs.report as r')
            .select('r.needId')
            .whereRef('r.communityId', '=', 'n.communityId')
            .whereRef('r.needId', '=', 'n.id')
            .where('r.answeredAt', 'is', null),
        ),
        eb.and([eb('f.id', 'is not', null), eb('f.secondedAt', 'is', null), eb('f.foldedBy', 'is distinct from', me)]),
        eb.and([
          eb('a.madeAt', 'is not', null),
          eb('a.answeredAt', 'is', null),
          eb('f.foldedBy', 'is distinct from', me),
          eb('f.secondedBy', 'is distinct from', me),
        ]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Folded needs that wait for a second, and appeals that wait for an answer. */
export async function showFoldedNeeds(context: Context, slug: string) {
  const { id: communityId } = await findCommunity(context.db, slug);
  authorize(onNeed.fold, context.actor, { communityId });
  const folds = await context.db
    .selectFrom('needs.fold as f')
    .innerJoin('people.person as one', 'one.id', 'f.foldedBy')
    .leftJoin('needs.appeal as a', (join) =>
      join.onRef('a.communityId', '=', 'f.communityId').onRef('a.foldId', '=', 'f.id'),
    )
    .select(['f.id', 'f.reason', 'f.needsSecondBy', 'f.secondedAt', 'f.kept', 'one.name as foldedBy'])
    .select(['a.words as appeal', 'f.foldedBy as foldedById', 'f.secondedBy as secondedById'])
    .where('f.communityId', '=', communityId)
    .where('f.unfoldedAt', 'is', null)
    .where((eb) =>
      eb.or([eb('f.secondedAt', 'is', null), eb.and([eb('a.madeAt', 'is not', null), eb('a.answeredAt', 'is', null)])]),
    )
    .orderBy('f.id')
    .limit(PAGE)
    .execute();
  const me = personOf(context.actor);
  return folds.map(({ foldedById, secondedById, kept, ...fold }) => ({
    ...fold,
    text: kept ? asText(kept) : '',
    mine: foldedById === me,
    seconded: secondedById === me,
  }));
}

/** A fold as its author and the desk see it, with the text and the appeal. */
export async function showNeedFold(context: Context, address: { readonly slug: string; readonly foldId: string }) {
  const { community, fold } = await findNeedFold(context, address);
  const subject = { ...fold, supported: false };
  const isAuthor = may(onNeed.appeal, context.actor, subject);
  if (!isAuthor) authorize(onNeed.fold, context.actor, subject);
  const { kept, ...row } = await context.db
    .selectFrom('needs.fold as f')
    .innerJoin('needs.need as n', (join) =>
      join.onRef('n.communityId', '=', 'f.communityId').onRef('n.id', '=', 'f.needId'),
    )
    .leftJoin('needs.appeal as a', (join) =>
      join.onRef('a.communityId', '=', 'f.communityId').onRef('a.foldId', '=', 'f.id'),
    )
    .select(['f.reason', 'f.answer', 'f.source', 'f.needsSecondBy', 'f.secondedAt', 'f.unfoldedAt', 'f.kept'])
    .select(['n.title', 'n.words', 'n.place', 'n.affected'])
    .select(['a.words as appeal', 'a.answer as appealAnswer', 'a.upheld'])
    .where('f.communityId', '=', community.id)
    .where('f.id', '=', fold.id)
    .executeTakeFirstOrThrow();
  const { title, words, place, affected, ...shown } = row;
  const text = asText(kept ?? { title, words, place, affected });
  return { community, isAuthor, number: fold.number, title: fold.title, text, ...shown };
}
