import type { Context } from '#platform/context.ts';
import type { TextPlace } from '../../report-words.ts';
import type { Gathering } from '../calling/find-gathering.ts';

type Of = Pick<Gathering, 'communityId' | 'id'>;

/** One wording of a text around the records. */
export interface ReportText {
  readonly place: TextPlace;
  readonly version: number;
  readonly text: string;
  readonly locale: string;
  readonly writtenBy: string;
  readonly writtenAt: Date;
}

/** Every wording of every text around the records, the newest of each place first. */
export async function wordingsOf({ db }: Context, { communityId, id }: Of): Promise<ReportText[]> {
  const rows = await db
    .selectFrom('gatherings.reportText')
    .select(['place', 'version', 'text', 'locale', 'writtenBy', 'writtenAt'])
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', id)
    .orderBy('place')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, place: row.place as TextPlace }));
}

/** What stands around the records now: the newest wording of each place, empty ones left out. */
export function standingTexts(wordings: readonly ReportText[]): Map<TextPlace, ReportText> {
  const standing = new Map<TextPlace, ReportText>();
  for (const wording of wordings) if (!standing.has(wording.place)) standing.set(wording.place, wording);
  for (const [place, { text }] of standing) if (text === '') standing.delete(place);
  return standing;
}

/** When it was made public; undefined while it is not. */
export async function publishedAt({ db }: Context, { communityId, id }: Of): Promise<Date | undefined> {
  const row = await db
    .selectFrom('gatherings.reportPublishing')
    .select('publishedAt')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return row?.publishedAt;
}

/** How often it was made public so far. */
export async function publishings({ db }: Context, { communityId, id }: Of): Promise<number> {
  const row = await db
    .selectFrom('gatherings.reportPublishing')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', id)
    .executeTakeFirst();
  return row?.last ?? 0;
}
