import type { Context } from '#platform/context.ts';
import type { Origin, Reply, SignsAs, State, TakingBackReason } from '../words.ts';

/** Which given word is meant. */
export interface CommitmentKey {
  readonly communityId: string;
  readonly id: string;
}

export interface NewCommitment extends CommitmentKey {
  readonly number: number;
  readonly what: string;
  readonly words: string;
  readonly locale: string;
  readonly byPersonId: string | null;
  readonly byOrganisationId: string | null;
  readonly byName: string | null;
  readonly signsAs: SignsAs;
  readonly toOrganisationId: string | null;
  readonly toCommunityId: string | null;
  readonly madeOn: string;
  readonly dueOn: string | null;
  readonly origin?: Origin;
  readonly audience: 'public' | 'members';
  readonly recordedBy: string | null;
  readonly writtenByOther: boolean;
}

/** Writes a given word and the days on which it is asked about. */
export async function saveCommitment(
  context: Context,
  { origin, ...commitment }: NewCommitment,
  askings: readonly { readonly months: number; readonly dueAt: Date }[],
): Promise<void> {
  const { communityId, id: commitmentId } = commitment;
  await context.db
    .insertInto('commitments.commitment')
    .values({
      ...commitment,
      standsDueOn: commitment.dueOn,
      originKind: origin?.kind ?? null,
      originId: origin?.id ?? null,
      originAddress: origin?.address ?? null,
      originTitle: origin?.title ?? null,
      recordedAt: context.now,
    })
    .execute();
  await context.db
    .insertInto('commitments.asking')
    .values(askings.map((asking) => ({ communityId, commitmentId, ...asking })))
    .execute();
}

/** Marks an asking as asked; false when another process was first, or it was called off. */
export async function claimAsking(context: Context, { communityId, id }: CommitmentKey, months: number) {
  const claimed = await context.db
    .updateTable('commitments.asking')
    .set({ askedAt: context.now })
    .where('communityId', '=', communityId)
    .where('commitmentId', '=', id)
    .where('months', '=', months)
    .where('askedAt', 'is', null)
    .where('calledOffAt', 'is', null)
    .returning('months')
    .executeTakeFirst();
  return claimed !== undefined;
}

/** Nobody is asked any more about what is kept or taken back. */
export async function callOffAskings(context: Context, { communityId, id }: CommitmentKey): Promise<void> {
  await context.db
    .updateTable('commitments.asking')
    .set({ calledOffAt: context.now })
    .where('communityId', '=', communityId)
    .where('commitmentId', '=', id)
    .where('askedAt', 'is', null)
    .where('calledOffAt', 'is', null)
    .execute();
}

/** Asks again what had been called off too early and is still ahead. */
export async function recallAskings(context: Context, { communityId, id }: CommitmentKey): Promise<void> {
  await context.db
    .updateTable('commitments.asking')
    .set({ calledOffAt: null })
    .where('communityId', '=', communityId)
    .where('commitmentId', '=', id)
    .where('askedAt', 'is', null)
    .where('dueAt', '>', context.now)
    .execute();
}

/** Holds the row until the end, so that two answers at a time are summed one after the other. */
export async function holdCommitment(context: Context, { communityId, id }: CommitmentKey): Promise<void> {
  await context.db
    .selectFrom('commitments.commitment')
    .select('id')
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

export async function saveAnswer(
  context: Context,
  { communityId, id }: CommitmentKey,
  answer: {
    readonly answer: Reply;
    readonly newOn: string | null;
    readonly words: string;
    readonly locale: string;
    readonly months: number | null;
    readonly answeredBy: string;
    readonly actingForId: string | null;
    readonly signsAs: SignsAs;
  },
): Promise<void> {
  await context.db
    .insertInto('commitments.answer')
    .values({ communityId, id: context.newId(), commitmentId: id, ...answer, answeredAt: context.now })
    .execute();
}

/** What lists show of it: the sum of the answers and the day on which it is due now. */
export async function saveStanding(
  context: Context,
  { communityId, id }: CommitmentKey,
  standing: { readonly state?: State; readonly standsDueOn?: string | null },
): Promise<void> {
  await context.db
    .updateTable('commitments.commitment')
    .set(standing)
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}

export async function saveOwnWord(
  context: Context,
  { communityId, id }: CommitmentKey,
  word: { readonly words: string; readonly locale: string; readonly saidBy: string },
): Promise<void> {
  await context.db
    .insertInto('commitments.ownWord')
    .values({ communityId, id: context.newId(), commitmentId: id, ...word, saidAt: context.now })
    .execute();
}

export async function saveAgreement(
  context: Context,
  { communityId, id }: CommitmentKey,
  agreement: {
    readonly what: string;
    readonly dueOn: string | null;
    readonly why: string;
    readonly locale: string;
    readonly agreedBy: string;
  },
): Promise<void> {
  await context.db
    .insertInto('commitments.agreement')
    .values({ communityId, id: context.newId(), commitmentId: id, ...agreement, agreedAt: context.now })
    .execute();
}

export async function saveTakingBack(
  context: Context,
  { communityId, id }: CommitmentKey,
  taken: { readonly reason: TakingBackReason; readonly why: string; readonly takenBackBy: string | null },
): Promise<void> {
  await context.db
    .insertInto('commitments.takingBack')
    .values({ communityId, commitmentId: id, ...taken, takenBackAt: context.now })
    .execute();
}

/** What an erased person said of their own words goes with them. */
export const removeOwnWords = (context: Context, personId: string): Promise<{ communityId: string; id: string }[]> =>
  context.db
    .deleteFrom('commitments.ownWord')
    .where('saidBy', '=', personId)
    .returning(['communityId', 'id'])
    .execute();
