import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity, nextNumber, peopleWithRole } from '#rooms/communities/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onNeeds } from '../permissions.ts';
import { RaiseNeed } from '../words.ts';
import { needsSubject } from './find-need.ts';
import { publish } from './publish.ts';
import { signedIn, signing } from './signed-in.ts';
import { saveConsent, saveNeeds, savePictures } from './store.ts';

/**
 * Somebody raises a need: public at once when it is their own, waiting for a yes when they write it down for somebody else
 * (harm.md 5). Returns its number.
 */
export const raiseNeed = describeAction(
  { name: 'needs.raise-need', input: RaiseNeed, permission: onNeeds.raise, repeat: 'once' },
  async (context, input): Promise<{ number: number; waits: boolean }> => {
    const community = await findCommunity(context.db, input.slug);
    authorize(onNeeds.raise, context.actor, await needsSubject(context, community.id));
    const personId = signedIn(context);
    await limit(context, `needs.raise:${personId}`, { most: input.channel ? 60 : 10, seconds: 86_400 });
    const { slug: _, pictures, pictureWords, channel, centre, ...said } = input;
    const point = said.point ?? (centre ? centreOf(community) : undefined);
    const from = channel
      ? { channel, enteredBy: personId }
      : { channel: 'web', raisedBy: personId, ...(await signing(context)) };
    const number = await nextNumber(context, community.id);
    const need = { communityId: community.id, id: context.newId(), number, ...said, point, ...from };
    await saveNeeds(context, [need]);
    await savePictures(context, need, { pictures, words: pictureWords || input.title });
    if (channel) await askForYes(context, { ...need, slug: community.slug });
    else {
      await saveConsent(context, need, { answer: 'yes', saidAs: 'raiser', saidBy: personId });
      await publish(context, need);
    }
    return { number, waits: channel !== undefined };
  },
);

const centreOf = ({ latitude, longitude }: Community) =>
  latitude === null || longitude === null ? undefined : { latitude, longitude };

async function askForYes(context: Context, need: { communityId: string; slug: string; title: string }): Promise<void> {
  const { communityId, slug } = need;
  const desk = await peopleWithRole(context.db, communityId, 'facilitator', 'steward');
  const notice = { kind: 'needs.waits', href: `/c/${slug}/desk/needs`, about: `${communityId}:needs-wait` };
  await notify(context, desk, { communityId, ...notice });
}
