import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { orderQuestions, questionsOpen } from '../../floor-rules.ts';
import { type FloorAddress, type FoundFloor, floorAt, turnOf } from './find-floor.ts';
import { type LeanQuestion, leanQuestions, type QuestionWords, wordsOfQuestions } from './load-questions.ts';

/** So many questions are on every screen, and move there; the rest of the list is a page. */
const ON_SCREEN = 25;

/** A question on a screen. */
export interface ScreenQuestion extends QuestionWords {
  readonly number: number;
  readonly supports: number;
  readonly firstTime: boolean;
}

/** What every screen of one gathering shows at a moment: the same for whoever looks. */
export interface LiveFloor {
  /** When it was read, by the database's clock, in milliseconds: of two pictures the later one counts, whichever process drew it. */
  readonly version: number;
  /** Questions so far that are not folded, and "me too" on all of them. */
  readonly asked: number;
  readonly supports: number;
  readonly open: boolean;
  /** What is on: a speaker or an item of the programme. */
  readonly now: OnNow | null;
  /** The question that is asked aloud. */
  readonly taken: ScreenQuestion | null;
  /** The first of those that wait, in their order. */
  readonly waiting: readonly ScreenQuestion[];
}

export interface OnNow {
  readonly speakerId: string | null;
  readonly title: string;
  readonly by: string;
}

/** What a process keeps of one gathering between two pictures: words never change, and are read once. */
export interface Remembered {
  readonly floor: FoundFloor;
  readonly words: Map<string, QuestionWords>;
}

/** Opens a gathering's screens. Throws a Refusal `not-found`, also for who may not know of it. */
export const rememberFloor = async (context: Context, address: FloorAddress): Promise<Remembered> => ({
  floor: await floorAt(context, address),
  words: new Map(),
});

/** Draws what the screens show now; `read` are the questions when they have just been read. */
export async function drawFloor(
  context: Context,
  { floor, words }: Remembered,
  read?: readonly LeanQuestion[],
): Promise<LiveFloor> {
  const { at, gathering } = floor;
  const version = await databaseClock(context);
  const questions = read ?? (await leanQuestions(context, at));
  const first = orderQuestions(questions).slice(0, ON_SCREEN);
  const takenId = await takenNow(context, at);
  const taken = questions.find(({ id }) => id === takenId);
  const shown = [...first, ...(taken ? [taken] : [])];
  await learnWords(
    context,
    { floor, words },
    shown.map(({ id }) => id),
  );
  const onScreen = (question: (typeof questions)[number], firstTime: boolean): ScreenQuestion[] => {
    const said = words.get(question.id);
    return said ? [{ ...said, number: question.number, supports: question.supports, firstTime }] : [];
  };
  return {
    version,
    asked: questions.length,
    supports: questions.reduce((sum, { supports }) => sum + supports, 0),
    open: questionsOpen({ ...gathering, questions: await turnOf(context, at) }, context.now) === 'yes',
    now: await onNow(context, at),
    taken: taken ? (onScreen(taken, false)[0] ?? null) : null,
    waiting: first.flatMap((question) => onScreen(question, question.firstTime)),
  };
}

/** The picture for a page, drawn once. */
export async function showLiveFloor(context: Context, address: FloorAddress): Promise<LiveFloor> {
  return drawFloor(context, await rememberFloor(context, address));
}

async function databaseClock({ db }: Pick<Context, 'db'>): Promise<number> {
  const { rows } = await sql<{
    ms: number;
  }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms`.execute(db);
  return Number(rows[0]?.ms ?? 0);
}

async function learnWords(context: Context, { floor, words }: Remembered, ids: readonly string[]): Promise<void> {
  const unknown = ids.filter((id) => !words.has(id));
  for (const id of words.keys()) if (!ids.includes(id)) words.delete(id);
  const learned = await wordsOfQuestions(context, floor.at, { ids: unknown, inside: false });
  for (const [id, said] of learned) words.set(id, said);
}

/** Of the questions that were taken and not settled, the one that was taken last. */
async function takenNow({ db }: Pick<Context, 'db'>, at: FoundFloor['at']): Promise<string | undefined> {
  const row = await db
    .selectFrom('gatherings.questionRecord as r')
    .innerJoin('gatherings.question as q', (join) =>
      join.onRef('q.communityId', '=', 'r.communityId').onRef('q.id', '=', 'r.questionId'),
    )
    .select('q.id')
    .where('r.communityId', '=', at.communityId)
    .where('r.gatheringId', '=', at.gatheringId)
    .where('r.state', '=', 'taken')
    .where('q.state', '=', 'taken')
    .orderBy('r.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

async function onNow({ db }: Pick<Context, 'db'>, at: FoundFloor['at']): Promise<OnNow | null> {
  const row = await db
    .selectFrom('gatherings.onFloor as now')
    .leftJoin('gatherings.speaker as s', (join) =>
      join.onRef('s.communityId', '=', 'now.communityId').onRef('s.id', '=', 'now.speakerId'),
    )
    .leftJoin('communities.organisation as o', 'o.id', 's.organisationId')
    .leftJoin('gatherings.agendaItem as a', (join) =>
      join
        .onRef('a.communityId', '=', 'now.communityId')
        .onRef('a.gatheringId', '=', 'now.gatheringId')
        .onRef('a.position', '=', 'now.agendaPosition'),
    )
    .select(['now.speakerId', 's.name', 's.organisation', 'o.name as organisationName', 'a.title', 'a.ledBy'])
    .where('now.communityId', '=', at.communityId)
    .where('now.gatheringId', '=', at.gatheringId)
    .orderBy('now.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  if (row.name)
    return { speakerId: row.speakerId, title: row.name, by: row.organisationName ?? row.organisation ?? '' };
  return row.title ? { speakerId: null, title: row.title, by: row.ledBy ?? '' } : null;
}
