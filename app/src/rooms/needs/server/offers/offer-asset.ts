import { describeAction } from '#platform/action.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { removeSearchEntry } from '#platform/search.ts';
import { findCommunity, nextNumber } from '#rooms/communities/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onNeeds, onOffer } from '../../permissions.ts';
import { OfferAsset, WithdrawOffer } from '../../words.ts';
import { findPublicNeed, needsSubject } from '../find-need.ts';
import { signedIn, signing } from '../signed-in.ts';
import { touchNeed } from '../store.ts';
import { makeOfferFindable } from './make-findable.ts';
import { findOffer } from './queries.ts';
import { closeOffer, saveOffer } from './store.ts';

/** Somebody says what they can bring, to a need or to whoever can use it. Returns the offer's number. */
export const offerAsset = describeAction(
  { name: 'needs.offer-asset', input: OfferAsset, permission: onNeeds.offer, repeat: 'once' },
  async (context, { slug, need: about, ...said }): Promise<{ number: number }> => {
    const { id: communityId } = await findCommunity(context.db, slug);
    authorize(onNeeds.offer, context.actor, await needsSubject(context, communityId));
    const offeredBy = signedIn(context);
    await limit(context, `needs.offer:${offeredBy}`, { most: 20, seconds: 86_400 });
    const need = about ? (await findPublicNeed(context, { slug, number: about })).need : undefined;
    const id = context.newId();
    const number = await nextNumber(context, communityId);
    const known = { communityId, id, number, needId: need?.id ?? null, offeredBy };
    await saveOffer(context, { ...known, ...said, ...(await signing(context)) });
    await makeOfferFindable(context, { communityId, id, number, ...said });
    if (need) {
      await touchNeed(context, need);
      await notify(context, need.raisedBy ? [need.raisedBy] : [], {
        communityId,
        kind: 'needs.offered',
        facts: { title: need.title },
        href: `/c/${slug}/needs/${need.number}#offers`,
        about: need.id,
        mail: 'soon',
      });
    }
    context.announce({ kind: 'needs.asset-offered', communityId, offerId: id });
    return { number };
  },
);

/** It is not to be had any more; that it was stays written. */
export const withdrawOffer = describeAction(
  { name: 'needs.withdraw-offer', input: WithdrawOffer, permission: onOffer.withdraw, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const { offer } = await findOffer(context, input);
    authorize(onOffer.withdraw, context.actor, offer);
    await closeOffer(context, offer, signedIn(context));
    await removeSearchEntry(context, { communityId: offer.communityId, kind: 'offer', id: offer.id });
    context.announce({ kind: 'needs.offer-withdrawn', communityId: offer.communityId, offerId: offer.id });
  },
);
