import type { Context } from '#platform/context.ts';
import { limit } from '#platform/limits.ts';
import { Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import type { Found } from '../calling/find-gathering.ts';
import { type FoundSpeaker, insistNewest } from './find-speaker.ts';
import { saveObjection } from './store.ts';
import { rapporteursOf } from './who-writes.ts';

/** How the speaker would have it, by their account or by their link. */
export interface Otherwise {
  readonly speaker: FoundSpeaker;
  readonly wordsId: string;
  readonly text: string;
  readonly linkId: string | null;
  readonly personId: string | null;
}

/**
 * Keeps how a speaker would have their words, and tells who writes the report. Throws `report.newer-wording`, and
 * `report.approved-already` for words that have their yes.
 */
export async function sayOtherwise(
  context: Context,
  { community, gathering }: Found,
  { speaker, ...said }: Otherwise,
): Promise<void> {
  await insistNewest(context, { communityId: community.id, speakerId: speaker.id, wordsId: said.wordsId });
  const approved = await context.db
    .selectFrom('gatherings.wordsApproval')
    .select('wordsId')
    .where('communityId', '=', community.id)
    .where('wordsId', '=', said.wordsId)
    .executeTakeFirst();
  if (approved) throw new Refusal('report.approved-already');
  await limit(context, `report.objection:${speaker.id}`, { most: 20, seconds: 86_400 });
  await saveObjection(context, community.id, said);
  await notify(context, await rapporteursOf(context, gathering), {
    communityId: community.id,
    kind: 'report.otherwise',
    facts: { name: speaker.name, theme: gathering.theme },
    href: `/c/${community.slug}/gatherings/${gathering.number}/report/edit`,
    about: `words:${said.wordsId}`,
  });
}
