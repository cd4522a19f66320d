import { type ExpressionBuilder, sql } from 'kysely';
import { statement } from '#platform/database/statement.ts';
import type { Db, Tables } from '#platform/database/tables.ts';
import { type StandingThread, standing } from './find-thread.ts';

/** Posts on one page of a thread. */
export const POSTS = 50;

/** A post as it comes from the database. */
export interface PostRow {
  readonly id: string;
  readonly text: string;
  readonly locale: string;
  readonly authorId: string;
  /** The author's name; empty when they left. */
  readonly name: string;
  readonly signsAs: string;
  readonly channel: string;
  readonly writtenAt: Date;
  readonly repliesTo: string | null;
  readonly actingFor: string | null;
  readonly edited: boolean;
  readonly pictures: readonly { readonly hash: string; readonly words: string }[] | null;
  readonly foldId: string | null;
  readonly reason: string | null;
  readonly answer: string | null;
  readonly source: string | null;
}

/** A thread with the posts of one page, one more than a page when more follow. */
export interface ThreadRows {
  readonly thread: StandingThread;
  readonly posts: readonly PostRow[];
}

/** Where in a thread a page begins: after a post, or at one; at its beginning without either. */
export interface Begin {
  readonly after?: string;
  readonly at?: string;
}

interface Numbered {
  readonly communityId: string;
  readonly number: number;
  readonly me: string | null;
}

interface About {
  readonly communityId: string;
  readonly kind: string;
  readonly id: string;
  readonly me: string | null;
}

/** The thread under an address with one page of its posts, in one question to the database; undefined where there is none. */
export async function threadByNumber(db: Db, asked: Numbered & Begin): Promise<ThreadRows | undefined> {
  const { communityId, number, me } = asked;
  const place = { communityId, number, me };
  const rows =
    asked.after || asked.at ? await numbered(withPosts(db, me, asked), place).execute() : await firstPage(db, place);
  return gather(rows, me);
}

/** The thread about a thing of another room with its first posts; undefined while nobody has said anything. */
export async function threadAbout(db: Db, { communityId, kind, id, me }: About): Promise<ThreadRows | undefined> {
  return gather(await firstPageAbout(db, { communityId, kind, id, me }), me);
}

const firstPage = statement((db, { me, ...place }: Numbered) => numbered(withPosts(db, me), place));

const firstPageAbout = statement((db, { me, communityId, kind, id }: About) =>
  withPosts(db, me)
    .where('t.communityId', '=', communityId)
    .where('t.aboutKind', '=', kind)
    .where('t.aboutId', '=', id),
);

const numbered = (query: ReturnType<typeof withPosts>, { communityId, number }: Omit<Numbered, 'me'>) =>
  query.where('t.communityId', '=', communityId).where('t.number', '=', number);

function withPosts(db: Db, me: string | null, begin: Begin = {}) {
  return db
    .selectFrom('forum.thread as t')
    .leftJoin('forum.threadClosure as c', (join) =>
      join.onRef('c.communityId', '=', 't.communityId').onRef('c.threadId', '=', 't.id'),
    )
    .leftJoin('forum.follow as w', (join) =>
      join.onRef('w.communityId', '=', 't.communityId').onRef('w.threadId', '=', 't.id').on('w.personId', '=', me),
    )
    .leftJoin('forum.readMark as r', (join) => join.onRef('r.threadId', '=', 't.id').on('r.personId', '=', me))
    .leftJoin('forum.post as p', (join) => {
      const all = join.onRef('p.communityId', '=', 't.communityId').onRef('p.threadId', '=', 't.id');
      if (begin.at) return all.on('p.id', '>=', begin.at);
      return begin.after ? all.on('p.id', '>', begin.after) : all;
    })
    .leftJoin('people.person as a', 'a.id', 'p.authorId')
    .leftJoin('communities.organisation as o', 'o.id', 'p.actingForId')
    .leftJoin('moderation.fold as f', (join) =>
      join
        .onRef('f.communityId', '=', 'p.communityId')
        .onRef('f.subjectId', '=', 'p.id')
        .on('f.kind', '=', 'post')
        .on('f.unfoldedAt', 'is', null),
    )
    .select(['t.id', 't.communityId', 't.number', 't.title', 't.locale', 't.startedBy', 't.stirredAt'])
    .select(['c.closedAt', 'c.reason as closedFor', 'w.since', 'r.readAt'])
    .select(['p.id as postId', 'p.text', 'p.locale as postLocale', 'p.authorId', 'p.signsAs', 'p.channel'])
    .select(['p.writtenAt', 'p.repliesTo', 'a.name', 'o.name as actingFor'])
    .select(['f.id as foldId', 'f.reason', 'f.answer', 'f.source'])
    .select(wasEdited)
    .select(picturesIn)
    .orderBy('p.id')
    .limit(POSTS + 1);
}

type Row = Awaited<ReturnType<ReturnType<typeof withPosts>['execute']>>[number];

function gather(rows: readonly Row[], me: string | null): ThreadRows | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const { id, communityId, number, title, locale, startedBy, stirredAt } = first;
  const thread = standing(
    { id, communityId, number, title, locale, startedBy, stirredAt, ...pick(first), reason: first.closedFor },
    me,
  );
  return { thread, posts: rows.flatMap((row) => postOf(row) ?? []) };
}

const pick = ({ closedAt, since, readAt }: Row) => ({ closedAt, since, readAt });

/** A thread of which this page has no posts comes as one row without a post. */
function postOf(row: Row): PostRow | undefined {
  const { postId, postLocale, text, authorId, name, signsAs, channel, writtenAt } = row;
  if (postId === null || text === null || postLocale === null || authorId === null) return undefined;
  if (name === null || signsAs === null || channel === null || writtenAt === null) return undefined;
  const { repliesTo, actingFor, edited, pictures, foldId, reason, answer, source } = row;
  const said = { id: postId, text, locale: postLocale, authorId, name, signsAs, channel, writtenAt };
  return { ...said, repliesTo, actingFor, edited: Boolean(edited), pictures, foldId, reason, answer, source };
}

type Posts = ExpressionBuilder<Tables & { p: Tables['forum.post'] }, 'p'>;

const wasEdited = (eb: Posts) =>
  eb
    .exists(
      eb
        .selectFrom('forum.wording as v')
        .select('v.version')
        .whereRef('v.communityId', '=', 'p.communityId')
        .whereRef('v.postId', '=', 'p.id'),
    )
    .as('edited');

/** The pictures of a post as JSON, so that they come with it. */
const picturesIn = (eb: Posts) =>
  eb
    .selectFrom('forum.picture as pic')
    .select(
      sql<
        NonNullable<PostRow['pictures']>
      >`json_agg(json_build_object('hash', pic.file_hash, 'words', pic.words) order by pic.position)`.as('all'),
    )
    .whereRef('pic.communityId', '=', 'p.communityId')
    .whereRef('pic.postId', '=', 'p.id')
    .as('pictures');
