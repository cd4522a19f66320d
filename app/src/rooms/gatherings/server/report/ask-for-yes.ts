import type { Listener } from '#platform/listeners.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { findGathering } from '../calling/find-gathering.ts';

/** A speaker with an account is asked for their yes whenever somebody else wrote or changed their words. */
export const askForYes: Listener = {
  name: 'gatherings.ask-for-yes',
  hears: 'gatherings.words-written',
  async hear(context, { communityId, gatheringId, speakerId, wordsId, approved }) {
    if (approved === true || !communityId || typeof gatheringId !== 'string' || typeof speakerId !== 'string') return;
    const speaker = await context.db
      .selectFrom('gatherings.speaker')
      .select('personId')
      .where('communityId', '=', communityId)
      .where('id', '=', speakerId)
      .where('withdrawnAt', 'is', null)
      .executeTakeFirst();
    if (!speaker?.personId) return;
    const { community, gathering } = await findGathering(context, communityId, gatheringId);
    await notify(context, [speaker.personId], {
      communityId,
      kind: 'report.asks-for-yes',
      facts: { theme: gathering.theme },
      href: `/c/${community.slug}/gatherings/${gathering.number}/report/mine`,
      about: `words:${String(wordsId)}`,
      mail: 'soon',
    });
  },
};
