import type { Context } from '#platform/context.ts';
import type { FoundFloor } from './find-floor.ts';

/** What is written about a speaker, apart from their words. */
export interface SpeakerFacts {
  readonly personId: string | null;
  readonly name: string;
  readonly organisationId: string | null;
  readonly organisation: string;
  readonly country: string | null;
}

type OneSpeaker = { readonly communityId: string; readonly id: string };

/** Puts a speaker at the end of the list. */
export async function saveSpeaker(
  context: Context,
  at: FoundFloor['at'],
  speaker: SpeakerFacts & { readonly addedBy: string },
): Promise<string> {
  const last = await context.db
    .selectFrom('gatherings.speaker')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .executeTakeFirst();
  const id = context.newId();
  await context.db
    .insertInto('gatherings.speaker')
    .values({ ...at, ...speaker, id, position: (last?.position ?? 0) + 1, addedAt: context.now })
    .execute();
  return id;
}

export async function changeSpeaker(context: Context, { communityId, id }: OneSpeaker, facts: SpeakerFacts) {
  await context.db
    .updateTable('gatherings.speaker')
    .set(facts)
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}

export async function saveSpeakerLeaves(context: Context, { communityId, id }: OneSpeaker, withdrawnBy: string) {
  await context.db
    .updateTable('gatherings.speaker')
    .set({ withdrawnBy, withdrawnAt: context.now })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}

/** What a speaker says of themself now; what they said before gives way to it. */
export async function saveDeclaration(
  context: Context,
  declaration: {
    readonly communityId: string;
    readonly speakerId: string;
    readonly about: string;
    readonly said: string;
    readonly how: 'self' | 'stated';
    readonly personId: string | null;
    readonly saidBy: string;
  },
): Promise<void> {
  const values = { ...declaration, saidAt: context.now };
  await context.db
    .insertInto('gatherings.speakerDeclaration')
    .values(values)
    .onConflict((conflict) => conflict.columns(['communityId', 'speakerId', 'about']).doUpdateSet(values))
    .execute();
}

/** Rather not say: nothing is left of it. */
export async function removeDeclaration(
  context: Context,
  { communityId, speakerId, about }: { communityId: string; speakerId: string; about: string },
): Promise<void> {
  await context.db
    .deleteFrom('gatherings.speakerDeclaration')
    .where('communityId', '=', communityId)
    .where('speakerId', '=', speakerId)
    .where('about', '=', about)
    .execute();
}

/** Whoever is erased leaves the list of speakers without a name, without what they said of themself, and without their words. */
export async function forgetSpeaker(context: Context, personId: string): Promise<void> {
  const { db } = context;
  const speakers = await db
    .selectFrom('gatherings.speaker')
    .select(['communityId', 'id'])
    .where('personId', '=', personId)
    .execute();
  for (const { communityId, id } of speakers) {
    await db
      .deleteFrom('gatherings.speakerDeclaration')
      .where('communityId', '=', communityId)
      .where('speakerId', '=', id)
      .execute();
    await db
      .updateTable('gatherings.speaker')
      .set({ name: '' })
      .where('communityId', '=', communityId)
      .where('id', '=', id)
      .execute();
    await db
      .updateTable('gatherings.speakerWords')
      .set({ text: '…' })
      .where('communityId', '=', communityId)
      .where('speakerId', '=', id)
      .where('kind', '<>', 'answer')
      .execute();
  }
}
