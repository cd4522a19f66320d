import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { onReport } from '../../report-permissions.ts';
import type { AtReport } from '../../report-words.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import type { SpeakerLinkPage } from './show-speaker-link.ts';
import { speakersWords } from './speakers-words.ts';

/** The words of the reader who spoke here, to say yes to from their own account. Throws a Refusal `forbidden` for who did not. */
export async function showOwnWords(context: Context, at: AtReport): Promise<SpeakerLinkPage> {
  const { community: place, gathering } = await gatheringAt(context, at);
  const personId = personOf(context.actor) ?? null;
  const mine = await context.db
    .selectFrom('gatherings.speaker')
    .select(['id', 'personId'])
    .where('communityId', '=', place.id)
    .where('gatheringId', '=', gathering.id)
    .where('personId', '=', personId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  authorize(onReport.approve, context.actor, { ...gathering, speakerPersonId: mine?.personId });
  const [speaker] = await speakersWords(context, gathering, mine?.id ?? '');
  return { place, gathering, speaker: speaker ?? { id: '', name: '', account: true, words: [] } };
}
