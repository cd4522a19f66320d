import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { onForum } from '../../permissions.ts';
import { togetherReported } from '../../reported.ts';
import { forumSubject } from '../find-thread.ts';
import { findFold } from './find-fold.ts';

const PAGE = 50;

/** One line of the public log: reason, date and who decided; never the author or the text. */
export interface LogLine {
  readonly id: string;
  readonly reason: string;
  readonly foldedAt: Date;
  readonly foldedBy: string;
  readonly secondedBy: string | null;
  readonly unfoldedAt: Date | null;
  readonly unfoldedHow: string | null;
}

/** The public log of moderation, newest first. */
export async function showModerationLog(
  context: Context,
  slug: string,
  before?: string,
): Promise<{ community: Community; lines: LogLine[]; next: string | null }> {
  const community = await findCommunity(context.db, slug);
  let query = context.db
    .selectFrom('forum.fold as f')
    .innerJoin('people.person as one', 'one.id', 'f.foldedBy')
    .leftJoin('people.person as two', 'two.id', 'f.secondedBy')
    .select(['f.id', 'f.reason', 'f.foldedAt', 'one.name as foldedBy', 'two.name as secondedBy'])
    .select(['f.unfoldedAt', 'f.unfoldedHow'])
    .where('f.communityId', '=', community.id)
    .orderBy('f.id', 'desc')
    .limit(PAGE + 1);
  if (before) query = query.where('f.id', '<', before);
  const rows = await query.execute();
  const lines = rows.slice(0, PAGE);
  return { community, lines, next: rows.length > PAGE ? (lines.at(-1)?.id ?? null) : null };
}

/** What waits for the facilitators: reports, folds without a second, appeals. Reporters are not named. */
export async function showModerationDesk(context: Context, slug: string) {
  const community = await findCommunity(context.db, slug);
  authorize(onForum.moderate, context.actor, await forumSubject(context, community.id));
  const reports = await context.db
    .selectFrom('forum.report as r')
    .innerJoin('forum.post as p', (join) =>
      join.onRef('p.communityId', '=', 'r.communityId').onRef('p.id', '=', 'r.postId'),
    )
    .innerJoin('forum.thread as t', (join) =>
      join.onRef('t.communityId', '=', 'p.communityId').onRef('t.id', '=', 'p.threadId'),
    )
    .select(['r.postId as id', 'r.reason', 'r.words', 'p.text', 'p.authorId', 't.number', 't.title'])
    .where('r.communityId', '=', community.id)
    .where('r.answeredAt', 'is', null)
    .orderBy('r.reportedAt')
    .limit(4 * PAGE)
    .execute();
  const folds = await context.db
    .selectFrom('forum.fold as f')
    .innerJoin('forum.post as p', (join) =>
      join.onRef('p.communityId', '=', 'f.communityId').onRef('p.id', '=', 'f.postId'),
    )
    .innerJoin('people.person as one', 'one.id', 'f.foldedBy')
    .leftJoin('forum.appeal as a', (join) =>
      join.onRef('a.communityId', '=', 'f.communityId').onRef('a.foldId', '=', 'f.id'),
    )
    .select([
      'f.id',
      'f.reason',
      'f.needsSecondBy',
      'f.secondedAt',
      'p.text',
      'one.name as foldedBy',
      'a.words as appeal',
    ])
    .select(['f.foldedBy as foldedById', 'f.secondedBy as secondedById'])
    .where('f.communityId', '=', community.id)
    .where('f.unfoldedAt', 'is', null)
    .where((eb) =>
      eb.or([eb('f.secondedAt', 'is', null), eb.and([eb('a.madeAt', 'is not', null), eb('a.answeredAt', 'is', null)])]),
    )
    .orderBy('f.id')
    .limit(PAGE)
    .execute();
  const me = personOf(context.actor);
  return {
    community,
    reports: togetherReported(reports.map(({ authorId, ...report }) => ({ ...report, mine: authorId === me }))),
    folds: folds.map(({ foldedById, secondedById, ...fold }) => ({
      ...fold,
      mine: foldedById === me,
      seconded: secondedById === me,
    })),
  };
}

/** A fold as its author (and the moderators) see it, with the text and the appeal. */
export async function showFold(context: Context, address: { slug: string; foldId: string }) {
  const { community, fold } = await findFold(context, address);
  const subject = await forumSubject(context, community.id);
  const isAuthor = personOf(context.actor) === fold.authorId;
  if (!isAuthor) authorize(onForum.moderate, context.actor, subject);
  const row = await context.db
    .selectFrom('forum.fold as f')
    .innerJoin('forum.post as p', (join) =>
      join.onRef('p.communityId', '=', 'f.communityId').onRef('p.id', '=', 'f.postId'),
    )
    .leftJoin('forum.appeal as a', (join) =>
      join.onRef('a.communityId', '=', 'f.communityId').onRef('a.foldId', '=', 'f.id'),
    )
    .select([
      'f.reason',
      'f.answer',
      'f.source',
      'f.foldedAt',
      'f.needsSecondBy',
      'f.secondedAt',
      'f.unfoldedAt',
      'p.text',
    ])
    .select(['a.words as appeal', 'a.answer as appealAnswer', 'a.upheld'])
    .where('f.communityId', '=', community.id)
    .where('f.id', '=', fold.id)
    .executeTakeFirst();
  if (!row) throw new Refusal('platform.not-found', { kind: 'not-found' });
  return { community, isAuthor, number: fold.number, title: fold.title, ...row };
}
