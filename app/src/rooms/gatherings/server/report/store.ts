import type { Context } from '#platform/context.ts';
import type { WriteReportText, YesWay } from '../../report-words.ts';
import type { Gathering } from '../calling/find-gathering.ts';

type Of = Pick<Gathering, 'communityId' | 'id'>;

/** Writes the next wording of a text around the records. */
export async function saveText(
  context: Context,
  { communityId, id: gatheringId }: Of,
  { place, version, text, locale, writtenBy }: WriteReportText & { readonly writtenBy: string },
): Promise<boolean> {
  const saved = await context.db
    .insertInto('gatherings.reportText')
    .values({ communityId, gatheringId, place, version: version + 1, text, locale, writtenBy, writtenAt: context.now })
    .onConflict((conflict) => conflict.columns(['communityId', 'gatheringId', 'place', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst();
  return saved !== undefined;
}

export async function savePublishing(
  context: Context,
  { communityId, id: gatheringId }: Of,
  { number, publishedBy }: { readonly number: number; readonly publishedBy: string },
): Promise<void> {
  await context.db
    .insertInto('gatherings.reportPublishing')
    .values({ communityId, gatheringId, number, publishedBy, publishedAt: context.now })
    .execute();
}

/** Takes the public report back; true when one was public. */
export async function saveWithdrawal(
  context: Context,
  { communityId, id }: Of,
  { withdrawnBy, why }: { readonly withdrawnBy: string; readonly why: string },
): Promise<boolean> {
  const taken = await context.db
    .updateTable('gatherings.reportPublishing')
    .set({ withdrawnBy, withdrawnAt: context.now, why })
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', id)
    .where('withdrawnAt', 'is', null)
    .returning('number')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Keeps the hash of a new link; the one before it opens no longer. */
export async function saveLink(
  context: Context,
  { communityId, id: gatheringId }: Of,
  link: { readonly speakerId: string; readonly tokenHash: string; readonly madeBy: string; readonly endsAt: Date },
): Promise<void> {
  const { speakerId } = link;
  await context.db
    .updateTable('gatherings.speakerLink')
    .set({ endedAt: context.now })
    .where('communityId', '=', communityId)
    .where('speakerId', '=', speakerId)
    .where('endedAt', 'is', null)
    .execute();
  await context.db
    .insertInto('gatherings.speakerLink')
    .values({ communityId, gatheringId, id: context.newSecretId(), ...link, madeAt: context.now })
    .execute();
}

/** The speaker's yes to one wording; a second yes changes nothing. */
export async function saveYes(
  context: Context,
  communityId: string,
  yes: {
    readonly wordsId: string;
    readonly how: YesWay;
    readonly approvedBy: string | null;
    readonly linkId?: string;
    readonly witness?: string;
  },
): Promise<void> {
  await context.db
    .insertInto('gatherings.wordsApproval')
    .values({ communityId, ...yes, approvedAt: context.now })
    .onConflict((conflict) => conflict.columns(['communityId', 'wordsId']).doNothing())
    .execute();
}

export async function saveObjection(
  context: Context,
  communityId: string,
  said: {
    readonly wordsId: string;
    readonly text: string;
    readonly linkId: string | null;
    readonly personId: string | null;
  },
): Promise<void> {
  await context.db
    .insertInto('gatherings.wordsObjection')
    .values({ communityId, id: context.newId(), ...said, saidAt: context.now })
    .execute();
}
