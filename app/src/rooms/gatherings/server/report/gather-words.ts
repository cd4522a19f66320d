import type { Context } from '#platform/context.ts';
import type { Gathering } from '../calling/find-gathering.ts';
import type { Approved } from './records.ts';

/** Where words stand: of which speaker, of which kind, to which question. */
export const wordsKey = (words: { speakerId: string; kind: string; questionId: string | null }): string =>
  `${words.speakerId} ${words.kind} ${words.questionId ?? ''}`;

/**
 * The newest wording of each speaker's words that has their yes; null where none has one yet. What has no yes never leaves the
 * database here.
 */
export async function approvedWords(
  { db }: Context,
  { communityId, id }: Pick<Gathering, 'communityId' | 'id'>,
): Promise<Map<string, Approved>> {
  const rows = await db
    .selectFrom('gatherings.speakerWords as w')
    .leftJoin('gatherings.wordsApproval as a', (join) =>
      join.onRef('a.communityId', '=', 'w.communityId').onRef('a.wordsId', '=', 'w.id'),
    )
    .select((eb) => [
      'w.speakerId',
      'w.kind',
      'w.questionId',
      'w.locale',
      'a.approvedAt',
      eb.case().when('a.approvedAt', 'is not', null).then(eb.ref('w.text')).else('').end().as('text'),
    ])
    .where('w.communityId', '=', communityId)
    .where('w.gatheringId', '=', id)
    .orderBy('w.version', 'desc')
    .execute();
  const words = new Map<string, Approved>();
  for (const { approvedAt, text, locale, ...row } of rows) {
    const key = wordsKey(row);
    if (words.get(key)) continue;
    words.set(key, approvedAt ? { text, locale, approvedAt } : null);
  }
  return words;
}
