import type { Context } from '#platform/context.ts';
import { personNames } from '#rooms/people/server/index.ts';
import type { QuestionState } from '../../floor-words.ts';
import type { Gathering } from '../calling/find-gathering.ts';
import { wordsKey } from './gather-words.ts';
import { namedAs } from './named-as.ts';
import type { AnswerRecord, Approved, QuestionRecord } from './records.ts';

type Of = Pick<Gathering, 'communityId' | 'id'>;

/** Every question with what came of it, by the numbers the hall calls them by. None is left out. */
export async function gatherQuestions(
  context: Context,
  gathering: Of,
  words: ReadonlyMap<string, Approved>,
): Promise<QuestionRecord[]> {
  const rows = await questionsOf(context, gathering);
  const steps = await stepsOf(context, gathering);
  const names = await personNames(
    context.db,
    rows.flatMap(({ askedBy }) => askedBy ?? []),
  );
  return rows.map((row) => {
    const own = steps.filter(({ questionId }) => questionId === row.id);
    const last = own.at(-1);
    return {
      id: row.id,
      number: row.number,
      text: row.foldId ? '' : row.text,
      locale: row.locale,
      by: namedAs(row.askedBy ? names.get(row.askedBy) : { name: row.askerName, signsAs: row.signsAs }, row.signsAs),
      supports: Number(row.supports),
      state: row.state as QuestionState,
      answers: own.filter(isAnswer).map((step) => answerOf(step, words)),
      owed: last?.state === 'owed' ? { by: byOf(last), dueOn: last.dueOn } : null,
      declined: last?.state === 'declined' ? { text: last.words, locale: last.locale } : null,
      folded: row.foldId !== null,
    };
  });
}

type Step = Awaited<ReturnType<typeof stepsOf>>[number];

const isAnswer = ({ state }: Step) => state === 'answered' || state === 'answered-in-writing';
const byOf = ({ speaker, byName }: Step) => speaker ?? byName;

function answerOf(step: Step, words: ReadonlyMap<string, Approved>): AnswerRecord {
  const { questionId, speakerId, recordedAt: at } = step;
  const own = speakerId ? words.get(wordsKey({ speakerId, kind: 'answer', questionId })) : undefined;
  const others: Approved | undefined =
    step.words === '' ? undefined : { text: step.words, locale: step.locale, approvedAt: at };
  return {
    by: byOf(step),
    inWriting: step.state === 'answered-in-writing',
    words: own ?? (own === null ? null : others),
    at,
  };
}

function questionsOf({ db }: Context, { communityId, id }: Of) {
  return db
    .selectFrom('gatherings.question as q')
    .leftJoin('moderation.fold as f', (join) =>
      join
        .onRef('f.communityId', '=', 'q.communityId')
        .onRef('f.subjectId', '=', 'q.id')
        .on('f.kind', '=', 'question')
        .on('f.unfoldedAt', 'is', null),
    )
    .select([
      'q.id',
      'q.number',
      'q.text',
      'q.locale',
      'q.askedBy',
      'q.askerName',
      'q.signsAs',
      'q.state',
      'f.id as foldId',
    ])
    .select((eb) =>
      eb
        .selectFrom('gatherings.questionSupport as s')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('s.communityId', '=', 'q.communityId')
        .whereRef('s.questionId', '=', 'q.id')
        .as('supports'),
    )
    .where('q.communityId', '=', communityId)
    .where('q.gatheringId', '=', id)
    .orderBy('q.number')
    .execute();
}

function stepsOf({ db }: Context, { communityId, id }: Of) {
  return db
    .selectFrom('gatherings.questionRecord as r')
    .leftJoin('gatherings.speaker as s', (join) =>
      join.onRef('s.communityId', '=', 'r.communityId').onRef('s.id', '=', 'r.speakerId'),
    )
    .select([
      'r.questionId',
      'r.state',
      'r.speakerId',
      's.name as speaker',
      'r.byName',
      'r.dueOn',
      'r.words',
      'r.locale',
    ])
    .select('r.recordedAt')
    .where('r.communityId', '=', communityId)
    .where('r.gatheringId', '=', id)
    .orderBy('r.id')
    .execute();
}
