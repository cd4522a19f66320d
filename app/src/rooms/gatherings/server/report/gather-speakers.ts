import type { Context } from '#platform/context.ts';
import type { Gathering } from '../calling/find-gathering.ts';
import { wordsKey } from './gather-words.ts';
import type { Approved, SpeakerRecord } from './records.ts';

/** Who spoke, in the order of the programme, with what they said yes to. */
export async function gatherSpeakers(
  { db }: Context,
  { communityId, id }: Pick<Gathering, 'communityId' | 'id'>,
  words: ReadonlyMap<string, Approved>,
): Promise<SpeakerRecord[]> {
  const rows = await db
    .selectFrom('gatherings.speaker as s')
    .leftJoin('communities.organisation as o', 'o.id', 's.organisationId')
    .select(['s.id', 's.name', 's.organisation', 's.country', 'o.name as organisationName', 'o.country as itsCountry'])
    .where('s.communityId', '=', communityId)
    .where('s.gatheringId', '=', id)
    .where('s.withdrawnAt', 'is', null)
    .orderBy('s.position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    organisation: row.organisationName ?? row.organisation,
    country: row.country ?? row.itsCountry,
    profile: words.get(wordsKey({ speakerId: row.id, kind: 'profile', questionId: null })),
    case: words.get(wordsKey({ speakerId: row.id, kind: 'case', questionId: null })),
  }));
}
