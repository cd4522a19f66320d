import { createHash } from 'node:crypto';
import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import type { Gathering } from '../calling/find-gathering.ts';

/** The hash under which a link's token is kept. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A speaker who was not withdrawn. */
export interface FoundSpeaker {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string;
}

/** The speaker of this gathering with this id. Throws a Refusal `not-found`. */
export async function findSpeaker(
  { db }: Context,
  { communityId, id }: Pick<Gathering, 'communityId' | 'id'>,
  speakerId: string,
): Promise<FoundSpeaker> {
  const speaker = await db
    .selectFrom('gatherings.speaker')
    .select(['id', 'personId', 'name'])
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', id)
    .where('id', '=', speakerId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (!speaker) throw notFound();
  return speaker;
}

/** Whose words these are. Throws a Refusal `not-found`. */
export async function speakerOfWords(context: Context, gathering: Gathering, wordsId: string): Promise<FoundSpeaker> {
  const words = await context.db
    .selectFrom('gatherings.speakerWords')
    .select('speakerId')
    .where('communityId', '=', gathering.communityId)
    .where('gatheringId', '=', gathering.id)
    .where('id', '=', wordsId)
    .executeTakeFirst();
  if (!words) throw notFound();
  return findSpeaker(context, gathering, words.speakerId);
}

/** The speaker whose link this is. Throws a Refusal `report.link-closed` when it is none, is too old, or a newer one was made. */
export async function speakerOfLink(
  context: Context,
  { communityId, id }: Pick<Gathering, 'communityId' | 'id'>,
  token: string,
): Promise<FoundSpeaker & { readonly linkId: string }> {
  const link = await context.db
    .selectFrom('gatherings.speakerLink as l')
    .innerJoin('gatherings.speaker as s', (join) =>
      join.onRef('s.communityId', '=', 'l.communityId').onRef('s.id', '=', 'l.speakerId'),
    )
    .select(['l.id as linkId', 's.id', 's.personId', 's.name'])
    .where('l.communityId', '=', communityId)
    .where('l.gatheringId', '=', id)
    .where('l.tokenHash', '=', hashToken(token))
    .where('l.endedAt', 'is', null)
    .where('l.endsAt', '>', context.now)
    .where('s.withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (!link) throw notFound('report.link-closed');
  return link;
}

/**
 * Throws a Refusal unless these words are this speaker's and the newest of their kind: `not-found`, or
 * `report.newer-wording` when they were written anew meanwhile.
 */
export async function insistNewest(
  { db }: Context,
  {
    communityId,
    speakerId,
    wordsId,
  }: { readonly communityId: string; readonly speakerId: string; readonly wordsId: string },
): Promise<void> {
  const words = await db
    .selectFrom('gatherings.speakerWords')
    .select(['kind', 'questionId', 'version'])
    .where('communityId', '=', communityId)
    .where('speakerId', '=', speakerId)
    .where('id', '=', wordsId)
    .executeTakeFirst();
  if (!words) throw notFound();
  const newer = await db
    .selectFrom('gatherings.speakerWords')
    .select('id')
    .where('communityId', '=', communityId)
    .where('speakerId', '=', speakerId)
    .where('kind', '=', words.kind)
    .where('questionId', words.questionId ? '=' : 'is', words.questionId)
    .where('version', '>', words.version)
    .executeTakeFirst();
  if (newer) throw notFound('report.newer-wording');
}
