import { sql } from 'kysely';
import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { FloorSubject } from '../../floor-permissions.ts';
import type { QuestionState } from '../../floor-words.ts';
import { type Found, gatheringAt } from '../calling/find-gathering.ts';

/** Where something happens on a floor. */
export interface FloorAddress {
  readonly slug: string;
  readonly number: number;
}

/** A gathering whose floor it is, and what the permissions look at. */
export interface FoundFloor extends Found {
  readonly subject: FloorSubject;
  /** The two columns that every table of the floor begins with. */
  readonly at: { readonly communityId: string; readonly gatheringId: string };
}

/** The floor of the gathering under an address. Throws a Refusal `not-found`. */
export async function floorAt(context: Context, address: FloorAddress): Promise<FoundFloor> {
  const found = await gatheringAt(context, address);
  const { communityId, id, roles, audience } = found.gathering;
  return { ...found, at: { communityId, gatheringId: id }, subject: { communityId, roles, audience } };
}

/** Whether questions stand open or closed by the moderator's last word. */
export async function turnOf(context: Context, at: FoundFloor['at']): Promise<'open' | 'closed'> {
  const row = await context.db
    .selectFrom('gatherings.floorTurn')
    .select('questions')
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.questions === 'closed' ? 'closed' : 'open';
}

/** A question as actions see it. */
export interface FoundQuestion {
  readonly id: string;
  readonly number: number;
  readonly state: QuestionState;
  readonly askedBy: string | null;
  readonly asker: string | null;
  readonly folded: boolean;
}

/** The question by which the hall calls it. Throws a Refusal `not-found`. */
export async function findQuestion(context: Context, at: FoundFloor['at'], number: number): Promise<FoundQuestion> {
  const question = (await findQuestions(context, at, [number])).get(number);
  if (!question) throw notFound();
  return question;
}

/** Questions by their numbers; a number that is no question's is left out. */
export async function findQuestions(
  { db }: Pick<Context, 'db'>,
  at: FoundFloor['at'],
  numbers: readonly number[],
): Promise<Map<number, FoundQuestion>> {
  const rows = await db
    .selectFrom('gatherings.question as q')
    .leftJoin('moderation.fold as f', (join) =>
      join
        .onRef('f.communityId', '=', 'q.communityId')
        .onRef('f.subjectId', '=', 'q.id')
        .on('f.kind', '=', 'question')
        .on('f.unfoldedAt', 'is', null),
    )
    .select(['q.id', 'q.number', 'q.state', 'q.askedBy', 'q.asker', 'f.id as foldId'])
    .where('q.communityId', '=', at.communityId)
    .where('q.gatheringId', '=', at.gatheringId)
    .where(sql<boolean>`q.number = any(${[...numbers]}::integer[])`)
    .execute();
  return new Map(
    rows.map(({ foldId, ...question }) => [
      question.number,
      { ...question, state: question.state as QuestionState, folded: foldId !== null },
    ]),
  );
}

/** Questions that stand already under these ids. */
export async function askedAlready(
  { db }: Pick<Context, 'db'>,
  at: FoundFloor['at'],
  ids: readonly string[],
): Promise<Map<string, { readonly number: number }>> {
  const rows = await db
    .selectFrom('gatherings.question')
    .select(['id', 'number'])
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, number }) => [id, { number }]));
}

/** The person who does it. Throws a Refusal `sign-in` for anyone else. */
export function signedIn(context: Context): string {
  const personId = personOf(context.actor);
  if (!personId) throw new Refusal('platform.sign-in-first', { kind: 'sign-in' });
  return personId;
}

/** The organisation somebody acts for at the moment. */
export const actingFor = ({ actor }: Context): string | null =>
  actor.kind === 'person' ? (actor.actingForId ?? null) : null;
