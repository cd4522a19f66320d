import type { Context } from '#platform/context.ts';
import type { QuestionState } from '../../floor-words.ts';
import type { FoundFloor } from './find-floor.ts';

/** What came of a question so far, by its newest record. */
export interface QuestionFate {
  readonly state: QuestionState;
  /** The speaker or the name who answered or owes it; empty when nobody is named. */
  readonly by: string;
  readonly speakerId: string | null;
  readonly dueOn: string | null;
  /** The answer, or why it was declined. A speaker's answer stands here only once the speaker said yes to it. */
  readonly words: string;
  readonly locale: string;
  readonly at: Date;
  /** There are words of the speaker, and the yes is missing. */
  readonly awaitsSpeaker: boolean;
}

/** What came of these questions, by their ids; a question without any record is not among them. */
export async function fatesOf(
  context: Pick<Context, 'db'>,
  at: FoundFloor['at'],
  questionIds: readonly string[],
): Promise<Map<string, QuestionFate>> {
  if (questionIds.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('gatherings.questionRecord as r')
    .leftJoin('gatherings.speaker as s', (join) =>
      join.onRef('s.communityId', '=', 'r.communityId').onRef('s.id', '=', 'r.speakerId'),
    )
    .distinctOn('r.questionId')
    .select(['r.questionId', 'r.state', 'r.speakerId', 'r.byName', 'r.dueOn', 'r.words', 'r.locale', 'r.recordedAt'])
    .select('s.name')
    .where('r.communityId', '=', at.communityId)
    .where('r.questionId', 'in', [...questionIds])
    .orderBy('r.questionId')
    .orderBy('r.id', 'desc')
    .execute();
  const answers = await answersOf(context, at, questionIds);
  return new Map(
    rows.map((row) => {
      const answer = answers.get(`${row.questionId} ${row.speakerId}`);
      const fate: QuestionFate = {
        state: row.state as QuestionState,
        by: row.name ?? row.byName,
        speakerId: row.speakerId,
        dueOn: row.dueOn,
        words: answer?.approved ? answer.text : row.words,
        locale: answer?.approved ? answer.locale : row.locale,
        at: row.recordedAt,
        awaitsSpeaker: answer !== undefined && !answer.newestApproved,
      };
      return [row.questionId, fate];
    }),
  );
}

interface SpeakerAnswer {
  readonly approved: boolean;
  readonly newestApproved: boolean;
  readonly text: string;
  readonly locale: string;
}

/** By question and speaker: the newest version that the speaker said yes to, and whether a newer one waits. */
async function answersOf(
  { db }: Pick<Context, 'db'>,
  at: FoundFloor['at'],
  questionIds: readonly string[],
): Promise<Map<string, SpeakerAnswer>> {
  const rows = await db
    .selectFrom('gatherings.speakerWords as w')
    .leftJoin('gatherings.wordsApproval as a', (join) =>
      join.onRef('a.communityId', '=', 'w.communityId').onRef('a.wordsId', '=', 'w.id'),
    )
    .select(['w.questionId', 'w.speakerId', 'w.text', 'w.locale', 'a.approvedAt'])
    .where('w.communityId', '=', at.communityId)
    .where('w.questionId', 'in', [...questionIds])
    .where('w.kind', '=', 'answer')
    .orderBy('w.version')
    .execute();
  const answers = new Map<string, SpeakerAnswer>();
  for (const { questionId, speakerId, text, locale, approvedAt } of rows) {
    const key = `${questionId} ${speakerId}`;
    const before = answers.get(key);
    answers.set(
      key,
      approvedAt
        ? { approved: true, newestApproved: true, text, locale }
        : {
            approved: before?.approved ?? false,
            newestApproved: false,
            text: before?.text ?? '',
            locale: before?.locale ?? locale,
          },
    );
  }
  return answers;
}
