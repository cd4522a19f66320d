import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { atDesk, onCommunity } from '../../permissions.ts';
import { AboutPerson } from '../../words.ts';
import { findCommunity } from '../community/find-community.ts';
import { signedIn } from '../signed-in.ts';
import { isMemberSince, seatOf } from './members-of.ts';
import { removeVouch, saveCardGiven, saveVouch } from './store.ts';

/** Confirms a seat: "I gave this person a card by hand." Nobody confirms their own. */
export const giveCard = describeAction(
  { name: 'communities.give-card', input: AboutPerson, permission: atDesk.giveCard, repeat: 'safe' },
  async (context, { slug, personId }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(atDesk.giveCard, context.actor, { id });
    const me = signedIn(context);
    await insistOther(context, { communityId: id, personId, me });
    await saveCardGiven(context, id, { personId, givenBy: me });
    context.announce({ kind: 'communities.seat-confirmed', communityId: id, personId, quiet: true });
  },
);

/** Says "I know this person": two such, by members whose own seat is confirmed, confirm a seat. */
export const vouchFor = describeAction(
  { name: 'communities.vouch-for', input: AboutPerson, permission: onCommunity.vouch, repeat: 'safe' },
  async (context, { slug, personId }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(onCommunity.vouch, context.actor, { id });
    const me = signedIn(context);
    await insistOther(context, { communityId: id, personId, me });
    const mine = await seatOf(context.db, id, me);
    if (!mine?.confirmed) throw new Refusal('communities.vouch-needs-seat', { kind: 'forbidden' });
    await saveVouch(context, id, { personId, vouchedBy: me });
    context.announce({ kind: 'communities.vouched', communityId: id, personId, quiet: true });
  },
);

/** Takes one's own vouch back. */
export const unvouchFor = describeAction(
  { name: 'communities.unvouch-for', input: AboutPerson, permission: onCommunity.vouch, repeat: 'safe' },
  async (context, { slug, personId }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(onCommunity.vouch, context.actor, { id });
    await removeVouch(context, id, { personId, vouchedBy: signedIn(context) });
  },
);

async function insistOther(
  context: Context,
  about: { readonly communityId: string; readonly personId: string; readonly me: string },
): Promise<void> {
  const { communityId, personId, me } = about;
  if (personId === me) throw new Refusal('communities.not-oneself', { kind: 'forbidden' });
  if (!(await isMemberSince(context.db, { communityId, personId, since: context.now }))) throw notFound();
}
