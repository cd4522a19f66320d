import type { Context } from '#platform/context.ts';
import type { FoundFloor } from '../floor/find-floor.ts';

type At = FoundFloor['at'];

/** A reflection as it is written down. */
export interface NewReflection {
  readonly text: string;
  readonly locale: string;
  readonly channel: string;
  readonly writtenBy: string | null;
  readonly writerName: string;
  readonly signsAs: string;
  readonly writer: string | null;
  readonly enteredBy: string | null;
}

export async function saveReflection(context: Context, at: At, reflection: NewReflection): Promise<string> {
  const id = context.newId();
  await context.db
    .insertInto('gatherings.reflection')
    .values({ ...at, ...reflection, id, writtenAt: context.now })
    .execute();
  return id;
}

/** A wording as it is written down. */
export interface NewWording {
  readonly text: string;
  readonly locale: string;
  readonly writtenBy: string;
}

/** Writes a conclusion with its first wording; returns its number in the gathering. */
export async function saveConclusion(context: Context, at: At, wording: NewWording): Promise<number> {
  const last = await context.db
    .selectFrom('gatherings.conclusion')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .executeTakeFirst();
  const id = context.newId();
  const number = (last?.number ?? 0) + 1;
  await context.db
    .insertInto('gatherings.conclusion')
    .values({ ...at, id, number, writtenBy: wording.writtenBy, writtenAt: context.now })
    .execute();
  await saveWording(context, { communityId: at.communityId, conclusionId: id, version: 1, ...wording });
  return number;
}

export async function saveWording(
  context: Context,
  wording: NewWording & { readonly communityId: string; readonly conclusionId: string; readonly version: number },
): Promise<void> {
  await context.db
    .insertInto('gatherings.conclusionWording')
    .values({ ...wording, writtenAt: context.now })
    .execute();
}

export async function saveConfirmation(
  context: Context,
  confirmation: {
    readonly communityId: string;
    readonly conclusionId: string;
    readonly version: number;
    readonly personId: string;
  },
): Promise<void> {
  await context.db
    .insertInto('gatherings.conclusionConfirmation')
    .values({ ...confirmation, confirmedAt: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function saveAmendment(
  context: Context,
  amendment: {
    readonly communityId: string;
    readonly conclusionId: string;
    readonly version: number;
    readonly text: string;
    readonly locale: string;
    readonly why: string;
    readonly proposedBy: string;
    readonly signsAs: string;
  },
): Promise<string> {
  const id = context.newId();
  await context.db
    .insertInto('gatherings.conclusionAmendment')
    .values({ ...amendment, id, proposedAt: context.now })
    .execute();
  return id;
}

/** True for exactly one caller: nobody had answered it. */
export async function saveAmendmentAnswer(
  context: Context,
  { communityId, id }: { readonly communityId: string; readonly id: string },
  answer: {
    readonly answer: 'taken' | 'not-taken';
    readonly answerWords: string;
    readonly answeredBy: string;
    readonly intoVersion: number | null;
  },
): Promise<boolean> {
  const row = await context.db
    .updateTable('gatherings.conclusionAmendment')
    .set({ ...answer, answeredAt: context.now })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .where('answer', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveNextStep(
  context: Context,
  at: At,
  { commitmentId, recordedBy }: { readonly commitmentId: string; readonly recordedBy: string },
): Promise<void> {
  const last = await context.db
    .selectFrom('gatherings.nextStep')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .executeTakeFirst();
  await context.db
    .insertInto('gatherings.nextStep')
    .values({ ...at, position: (last?.position ?? 0) + 1, commitmentId, recordedBy, recordedAt: context.now })
    .execute();
}
