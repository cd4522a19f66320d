import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { CommitmentKey } from './store.ts';

/** Everything that was said of one given word, each with who and when; the ids of all who said it in `people`. */
export async function historyOf(context: Context, key: CommitmentKey) {
  const me = personOf(context.actor);
  const [askings, answers] = [await askingsOf(context, key), await answersOf(context, key)];
  const [ownWords, agreements] = [await ownWordsOf(context, key), await agreementsOf(context, key)];
  const people = [
    ...answers.map(({ answeredBy }) => answeredBy),
    ...ownWords.map(({ saidBy }) => saidBy),
    ...agreements.map(({ agreedBy }) => agreedBy),
  ];
  const mine = me ? answers.find(({ answeredBy }) => answeredBy === me) : undefined;
  return {
    askings,
    answers,
    ownWords,
    agreements,
    takenBack: (await takingBackOf(context, key)) ?? null,
    mine: mine ? { answer: mine.answer, newOn: mine.newOn, words: mine.words, at: mine.answeredAt } : null,
    people,
  };
}

/** The askings that went out and those ahead, the first first. */
const askingsOf = ({ db }: Context, { communityId, id }: CommitmentKey) =>
  db
    .selectFrom('commitments.asking')
    .select(['months', 'dueAt', 'askedAt'])
    .where('communityId', '=', communityId)
    .where('commitmentId', '=', id)
    .where('calledOffAt', 'is', null)
    .orderBy('months')
    .execute();

/** Every answer, the newest first, with the organisation in whose name it was said. */
const answersOf = ({ db }: Context, { communityId, id }: CommitmentKey) =>
  db
    .selectFrom('commitments.answer as a')
    .leftJoin('communities.organisation as o', 'o.id', 'a.actingForId')
    .select(['a.id', 'a.answer', 'a.newOn', 'a.words', 'a.locale', 'a.months', 'a.answeredBy', 'a.signsAs'])
    .select(['a.answeredAt', 'o.name as actingFor'])
    .where('a.communityId', '=', communityId)
    .where('a.commitmentId', '=', id)
    .orderBy('a.answeredAt', 'desc')
    .orderBy('a.id', 'desc')
    .limit(300)
    .execute();

const ownWordsOf = ({ db }: Context, { communityId, id }: CommitmentKey) =>
  db
    .selectFrom('commitments.ownWord')
    .select(['id', 'words', 'locale', 'saidBy', 'saidAt'])
    .where('communityId', '=', communityId)
    .where('commitmentId', '=', id)
    .orderBy('saidAt', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();

const agreementsOf = ({ db }: Context, { communityId, id }: CommitmentKey) =>
  db
    .selectFrom('commitments.agreement')
    .select(['id', 'what', 'dueOn', 'why', 'locale', 'agreedBy', 'agreedAt'])
    .where('communityId', '=', communityId)
    .where('commitmentId', '=', id)
    .orderBy('agreedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();

const takingBackOf = ({ db }: Context, { communityId, id }: CommitmentKey) =>
  db
    .selectFrom('commitments.takingBack')
    .select(['reason', 'why', 'takenBackAt'])
    .where('communityId', '=', communityId)
    .where('commitmentId', '=', id)
    .executeTakeFirst();
