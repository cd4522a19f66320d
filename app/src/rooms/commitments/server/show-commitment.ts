import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { renderMarkdown } from '#platform/markdown.ts';
import { abilities } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { dayIn } from '#platform/time-zone.ts';
import { abilitiesOnThings } from '#rooms/moderation/index.ts';
import { foldsOf } from '#rooms/moderation/server/index.ts';
import { type PersonName, personNames } from '#rooms/people/server/index.ts';
import { onCommitment } from '../permissions.ts';
import { type Commitment, commitmentAt, isInside } from './find-commitment.ts';
import { LOAD } from './foldable/load-words.ts';
import { historyOf } from './history-of.ts';
import { allWords, asListed } from './listed.ts';
import { type Named, named } from './named.ts';

/** Everything the page of one given word shows. Throws a Refusal `not-found` for whoever may not know of it. */
export async function showCommitment(context: Context, address: { readonly slug: string; readonly number: number }) {
  const { community, commitment } = await commitmentAt(context, address);
  const { communityId, id, recordedBy } = commitment;
  const [listed] = asListed(
    context,
    await allWords(context).where('w.communityId', '=', communityId).where('w.id', '=', id).execute(),
  );
  if (!listed) throw notFound();
  const history = await historyOf(context, commitment);
  const people = await personNames(context.db, [...history.people, ...(recordedBy ? [recordedBy] : [])]);
  const inside = isInside(context, commitment);
  // Who gave it is named everywhere on its page as they were when they gave it.
  const nameOf = (personId: string, signsAs?: string): Named =>
    nameIn(people, {
      personId,
      signsAs: personId === commitment.byPersonId ? commitment.signsAs : signsAs,
      inside,
    });
  const open = commitment.state !== 'taken-back';
  const can = abilities(onCommitment, context.actor, commitment);
  return {
    community,
    commitment: {
      ...listed,
      firstWhat: commitment.what,
      firstLocale: commitment.locale,
      firstDueOn: commitment.dueOn,
      recordedAt: commitment.recordedAt,
    },
    html: commitment.words ? renderMarkdown(context.language.show(commitment.words, commitment.locale)) : '',
    recordedBy: inside && recordedBy && commitment.writtenByOther ? nameOf(recordedBy) : null,
    askings: history.askings,
    answers: history.answers.map(({ answeredBy, signsAs, ...answer }) => ({
      ...answer,
      by: nameOf(answeredBy, signsAs),
    })),
    ownWords: history.ownWords.map(({ saidBy, ...word }) => ({ ...word, by: nameOf(saidBy) })),
    agreements: history.agreements.map(({ agreedBy, ...one }) => ({ ...one, by: nameOf(agreedBy) })),
    takenBack: history.takenBack,
    mine: history.mine,
    ...(await standingOf(context, commitment, history)),
    onThings: abilitiesOnThings(context.actor, { communityId }),
    today: dayIn(community.timeZone, context.now),
    can: Object.fromEntries(Object.entries(can).map(([verb, may]) => [verb, may && open])) as typeof can,
    notMine: open && commitment.writtenByOther && can.sayOwnWord,
  };
}

/** What of it is folded, by the id of the part, and which parts the reader wrote. */
async function standingOf(
  context: Context,
  { communityId, id }: Commitment,
  { answers, ownWords, agreements }: Awaited<ReturnType<typeof historyOf>>,
) {
  const me = personOf(context.actor);
  const [own] = await LOAD.word(context, communityId, [id]);
  const parts = [
    { id, by: own?.authorId },
    ...answers.map((answer) => ({ id: answer.id, by: answer.answeredBy })),
    ...ownWords.map((word) => ({ id: word.id, by: word.saidBy })),
    ...agreements.map((agreement) => ({ id: agreement.id, by: agreement.agreedBy })),
  ];
  const folds = await foldsOf(
    context,
    communityId,
    parts.map((part) => part.id),
  );
  return {
    folds: Object.fromEntries(folds),
    written: parts.flatMap((part) => (me !== undefined && part.by === me ? part.id : [])),
  };
}

function nameIn(
  people: ReadonlyMap<string, PersonName>,
  { personId, signsAs, inside }: { readonly personId: string; readonly signsAs?: string; readonly inside: boolean },
): Named {
  const person = people.get(personId);
  return named({ name: person?.name ?? '', signsAs: signsAs ?? person?.signsAs ?? 'inside' }, inside);
}
