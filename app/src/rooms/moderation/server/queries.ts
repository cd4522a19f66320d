import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { authorize, may } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { onModeration, onThing } from '../permissions.ts';
import { type Reported, togetherReported } from '../reported.ts';
import { findFold } from './find-fold.ts';
import { thingsOf } from './find-thing.ts';

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

/** The public log of whatever was folded in a community, newest first. */
export async function showModerationLog(
  context: Context,
  slug: string,
  before?: string,
): Promise<{ community: Community; lines: LogLine[]; next: string | null }> {
  const community = await findCommunity(context.db, slug);
  authorize(onModeration.readLog, context.actor, { communityId: community.id });
  let query = context.db
    .selectFrom('moderation.fold as f')
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

/** What waits for the desk: reports, folds without a second, appeals. Reporters are not named. */
export async function showModerationDesk(context: Context, slug: string) {
  const community = await findCommunity(context.db, slug);
  authorize(onModeration.sitAtDesk, context.actor, { communityId: community.id });
  return {
    community,
    reports: await waitingReports(context, community),
    folds: await waitingFolds(context, community),
  };
}

async function waitingReports(context: Context, { id: communityId, slug }: Community): Promise<Reported[]> {
  const rows = await context.db
    .selectFrom('moderation.report')
    .select(['kind as about', 'subjectId as id', 'reason', 'words'])
    .where('communityId', '=', communityId)
    .where('answeredAt', 'is', null)
    .orderBy('reportedAt')
    .limit(4 * PAGE)
    .execute();
  const me = personOf(context.actor);
  const thingOf = await thingsOf(context, communityId, rows);
  return togetherReported(rows).flatMap((reported) => {
    const thing = thingOf(reported);
    if (!thing) return [];
    const { title, text, page, authorId } = thing;
    return [{ ...reported, title, text, href: `/c/${slug}/${page}`, mine: authorId !== null && authorId === me }];
  });
}

async function waitingFolds(context: Context, { id: communityId, slug }: Community) {
  const rows = await foldsWithStory(context, communityId)
    .where('f.unfoldedAt', 'is', null)
    .where((eb) =>
      eb.or([eb('f.secondedAt', 'is', null), eb.and([eb('a.madeAt', 'is not', null), eb('a.answeredAt', 'is', null)])]),
    )
    .orderBy('f.id')
    .limit(PAGE)
    .execute();
  const thingOf = await thingsOf(
    context,
    communityId,
    rows.map(({ about, subjectId }) => ({ about, id: subjectId })),
  );
  const me = personOf(context.actor) ?? '';
  return rows.flatMap(({ kept, foldedById, secondedById, authorId, subjectId, ...fold }) => {
    const thing = thingOf({ about: fold.about, id: subjectId });
    if (!thing) return [];
    const { title, text } = kept ?? thing;
    const href = `/c/${slug}/${thing.page}`;
    const mine = foldedById === me;
    return [{ ...fold, title, text, href, mine, seconded: secondedById === me, own: authorId === me }];
  });
}

const foldsWithStory = ({ db }: Context, communityId: string) =>
  db
    .selectFrom('moderation.fold as f')
    .innerJoin('people.person as one', 'one.id', 'f.foldedBy')
    .leftJoin('moderation.appeal as a', (join) =>
      join.onRef('a.communityId', '=', 'f.communityId').onRef('a.foldId', '=', 'f.id'),
    )
    .select(['f.id', 'f.kind as about', 'f.subjectId', 'f.authorId', 'f.reason', 'f.answer', 'f.source', 'f.kept'])
    .select(['f.foldedAt', 'f.needsSecondBy', 'f.secondedAt', 'f.unfoldedAt', 'one.name as foldedBy'])
    .select(['f.foldedBy as foldedById', 'f.secondedBy as secondedById'])
    .select(['a.words as appeal', 'a.answer as appealAnswer', 'a.upheld'])
    .where('f.communityId', '=', communityId);

/** A fold as its author and those who decide see it, with the text and the appeal. Throws a Refusal for everyone else. */
export async function showFold(context: Context, address: { readonly slug: string; readonly foldId: string }) {
  const { community, fold } = await findFold(context, address);
  const isAuthor = may(onThing.appeal, context.actor, fold) && context.actor.kind === 'person';
  if (!isAuthor) authorize(onThing.decide, context.actor, fold);
  const { kept, foldedById, secondedById, authorId, subjectId, ...row } = await foldsWithStory(context, community.id)
    .where('f.id', '=', fold.id)
    .executeTakeFirstOrThrow();
  const me = personOf(context.actor) ?? '';
  const { title, text, thing } = fold;
  return {
    community,
    isAuthor,
    fold: {
      ...row,
      title,
      text,
      href: `/c/${community.slug}/${thing.page}`,
      mine: foldedById === me,
      seconded: secondedById === me,
      own: isAuthor,
    },
  };
}
