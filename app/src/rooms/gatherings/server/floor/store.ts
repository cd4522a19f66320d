import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { FoundFloor } from './find-floor.ts';

type At = FoundFloor['at'];

/** A question as it is written down. */
export interface NewQuestion {
  readonly id: string;
  readonly text: string;
  readonly locale: string;
  readonly channel: string;
  readonly askedBy: string | null;
  readonly askerName: string;
  readonly actingForId: string | null;
  readonly signsAs: string;
  readonly asker: string | null;
  readonly groupPosition: number | null;
  readonly heardBefore?: boolean;
  readonly enteredBy: string | null;
}

/**
 * Gives questions the next numbers of this gathering, in their order, and writes them; returns the first number. The counter's
 * row is held until the commit, so this comes last.
 */
export async function saveQuestions(context: Context, at: At, questions: readonly NewQuestion[]): Promise<number> {
  const count = questions.length;
  const { lastNumber } = await context.db
    .insertInto('gatherings.questionCounter')
    .values({ ...at, lastNumber: count })
    .onConflict((conflict) =>
      conflict
        .columns(['communityId', 'gatheringId'])
        .doUpdateSet({ lastNumber: sql<number>`gatherings.question_counter.last_number + ${count}` }),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow();
  const first = lastNumber - count + 1;
  await context.db
    .insertInto('gatherings.question')
    .values(questions.map((question, index) => ({ ...at, ...question, number: first + index, askedAt: context.now })))
    .execute();
  return first;
}

/** One "me too". */
export interface NewSupport {
  readonly questionId: string;
  readonly supporter: string;
  readonly personId: string | null;
}

/** Counts each hand once, and each person once; gives those that were new, as `questionId supporter`. */
export async function saveSupports(context: Context, at: At, supports: readonly NewSupport[]): Promise<Set<string>> {
  if (supports.length === 0) return new Set();
  const rows = await context.db
    .insertInto('gatherings.questionSupport')
    .values(supports.map((support) => ({ ...at, ...support, channel: 'web', supportedAt: context.now })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['questionId', 'supporter'])
    .execute();
  return new Set(rows.map(({ questionId, supporter }) => `${questionId} ${supporter}`));
}

/** One more step of a question; its state repeats the newest. */
export async function saveRecord(
  context: Context,
  at: At,
  record: {
    readonly questionId: string;
    readonly state: string;
    readonly speakerId: string | null;
    readonly byName: string;
    readonly dueOn: string | null;
    readonly words: string;
    readonly locale: string;
    readonly recordedBy: string;
  },
): Promise<void> {
  await context.db
    .insertInto('gatherings.questionRecord')
    .values({ ...at, ...record, id: context.newId(), recordedAt: context.now })
    .execute();
  await context.db
    .updateTable('gatherings.question')
    .set({ state: record.state })
    .where('communityId', '=', at.communityId)
    .where('id', '=', record.questionId)
    .execute();
}
