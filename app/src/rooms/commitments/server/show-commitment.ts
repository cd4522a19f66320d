import type { Context } from '#platform/context.ts';
import { renderMarkdown } from '#platform/markdown.ts';
import { abilities, may } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { dayIn } from '#platform/time-zone.ts';
import { type PersonName, personNames } from '#rooms/people/server/index.ts';
import { onCommitment, onWordFold } from '../permissions.ts';
import { commitmentAt, isInside } from './find-commitment.ts';
import { foldsOn } from './folding/queries.ts';
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
    folds: await foldsOn(context, commitment),
    mayFold: may(onWordFold.fold, context.actor, { communityId }),
    today: dayIn(community.timeZone, context.now),
    can: Object.fromEntries(Object.entries(can).map(([verb, may]) => [verb, may && open])) as typeof can,
    notMine: open && commitment.writtenByOther && can.sayOwnWord,
  };
}

function nameIn(
  people: ReadonlyMap<string, PersonName>,
  { personId, signsAs, inside }: { readonly personId: string; readonly signsAs?: string; readonly inside: boolean },
): Named {
  const person = people.get(personId);
  return named({ name: person?.name ?? '', signsAs: signsAs ?? person?.signsAs ?? 'inside' }, inside);
}
