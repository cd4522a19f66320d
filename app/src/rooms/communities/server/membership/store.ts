import type { Context } from '#platform/context.ts';
import type { Belonging } from '../../words.ts';

/** A seat that is taken: by whom, how, and who let them in. */
export interface NewMembership {
  readonly communityId: string;
  readonly personId: string;
  readonly how: 'founded' | 'open' | 'approved' | 'invited' | 'card';
  readonly belonging: Belonging;
  readonly admittedBy?: string;
  readonly secondedBy?: string;
  readonly alone?: boolean;
}

/** Takes a seat; false when the person sits there already. */
export async function saveMembership(context: Context, membership: NewMembership): Promise<boolean> {
  const row = await context.db
    .insertInto('communities.membership')
    .values({ ...membership, id: context.newId(), joinedAt: context.now })
    .onConflict((conflict) => conflict.columns(['communityId', 'personId']).where('leftAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Leaves a seat; false when there was none. */
export async function endMembership(context: Context, communityId: string, personId: string): Promise<boolean> {
  const row = await context.db
    .updateTable('communities.membership')
    .set({ leftAt: context.now })
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes another tie to the place. What others confirmed was the old one, so that goes. */
export async function saveBelonging(
  context: Context,
  communityId: string,
  { personId, belonging }: { readonly personId: string; readonly belonging: Belonging },
): Promise<void> {
  await context.db
    .updateTable('communities.membership')
    .set({ belonging })
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .execute();
  await forgetConfirmations(context, communityId, personId);
}

/** Takes back card and vouches of a seat that is left or changed. */
export async function forgetConfirmations(context: Context, communityId: string, personId: string): Promise<void> {
  await context.db
    .deleteFrom('communities.vouch')
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .execute();
  await context.db
    .deleteFrom('communities.cardGiven')
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .execute();
}

/** Keeps that a person asks to come in; undefined when they asked already and wait. */
export async function saveRequest(
  context: Context,
  request: { communityId: string; personId: string; belonging: Belonging; words: string },
): Promise<string | undefined> {
  const row = await context.db
    .insertInto('communities.joinRequest')
    .values({ ...request, id: context.newId(), askedAt: context.now })
    .onConflict((conflict) => conflict.columns(['communityId', 'personId']).where('answeredAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Keeps the first of two yeses. */
export async function saveFirstYes(
  context: Context,
  communityId: string,
  { id, by }: { readonly id: string; readonly by: string },
): Promise<void> {
  await context.db
    .updateTable('communities.joinRequest')
    .set({ firstYesBy: by, firstYesAt: context.now })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .where('firstYesBy', 'is', null)
    .execute();
}

/** Keeps the answer to a request; false when it was answered meanwhile. */
export async function saveAnswer(
  context: Context,
  communityId: string,
  answer: { id: string; by: string; answer: 'yes' | 'no' | 'withdrawn'; words?: string },
): Promise<boolean> {
  const row = await context.db
    .updateTable('communities.joinRequest')
    .set({ answeredAt: context.now, answeredBy: answer.by, answer: answer.answer, answerWords: answer.words ?? '' })
    .where('communityId', '=', communityId)
    .where('id', '=', answer.id)
    .where('answeredAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps that a card was given by hand. */
export async function saveCardGiven(
  context: Context,
  communityId: string,
  card: { personId: string; givenBy: string },
): Promise<void> {
  await context.db
    .insertInto('communities.cardGiven')
    .values({ communityId, ...card, givenAt: context.now })
    .onConflict((conflict) => conflict.columns(['communityId', 'personId']).doNothing())
    .execute();
}

/** Keeps that one member vouches for another. */
export async function saveVouch(
  context: Context,
  communityId: string,
  vouch: { personId: string; vouchedBy: string },
): Promise<void> {
  await context.db
    .insertInto('communities.vouch')
    .values({ communityId, ...vouch, vouchedAt: context.now })
    .onConflict((conflict) => conflict.columns(['communityId', 'personId', 'vouchedBy']).doNothing())
    .execute();
}

/** Takes a vouch back. */
export async function removeVouch(
  context: Context,
  communityId: string,
  vouch: { personId: string; vouchedBy: string },
): Promise<void> {
  await context.db
    .deleteFrom('communities.vouch')
    .where('communityId', '=', communityId)
    .where('personId', '=', vouch.personId)
    .where('vouchedBy', '=', vouch.vouchedBy)
    .execute();
}

/** Of who erased themself no request waits any more, and no word of one is kept. */
export async function forgetRequests(context: Context, personId: string): Promise<void> {
  await context.db
    .updateTable('communities.joinRequest')
    .set({ answer: 'withdrawn', answeredAt: context.now, answeredBy: personId })
    .where('personId', '=', personId)
    .where('answeredAt', 'is', null)
    .execute();
  await context.db
    .updateTable('communities.joinRequest')
    .set({ words: '', answerWords: '' })
    .where('personId', '=', personId)
    .execute();
}
