import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onCommunity } from '../../permissions.ts';
import { attributesNeeded } from '../../rules.ts';
import { type Attribute, PURPOSE, SayAttribute, WithdrawAttribute } from '../../words.ts';
import { charterOf } from '../community/charter-of.ts';
import { findCommunity } from '../community/find-community.ts';
import { signedIn } from '../signed-in.ts';
import { groupsOf } from './groups-of.ts';
import { removeAttributes, saveAttribute } from './store.ts';

/**
 * Says something of oneself, only where a rule of the charter needs it; an empty group says "rather not say".
 * Throws a Refusal when nobody asked, or when the group is none that the community knows.
 */
export const sayAttribute = describeAction(
  { name: 'communities.say-attribute', input: SayAttribute, permission: onCommunity.say, repeat: 'safe' },
  async (context, { slug, attribute, group }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(onCommunity.say, context.actor, { id });
    const { rules } = await charterOf(context.db, id);
    if (!attributesNeeded(rules).includes(attribute)) throw new Refusal('communities.not-asked', { kind: 'forbidden' });
    await sayOfOneself(context, id, { attribute, group });
  },
);

/**
 * Writes what the signed-in person says of themselves, for a room that asks because a rule of its own needs it. That it is
 * needed, and that the person belongs here, the caller has made sure of. Throws `unknown-group` for one the community knows not.
 */
export async function sayOfOneself(
  context: Context,
  communityId: string,
  { attribute, group }: { readonly attribute: Attribute; readonly group: string },
): Promise<void> {
  const { rules } = await charterOf(context.db, communityId);
  const groups = await groupsOf(context.db, communityId, { attribute, rules });
  if (group !== '' && !groups.includes(group)) throw new Refusal('communities.unknown-group', { kind: 'invalid' });
  const personId = signedIn(context);
  await saveAttribute(context, communityId, { personId, attribute, group: group || null, purpose: PURPOSE });
  context.announce({ kind: 'communities.attribute-said', communityId, attribute, quiet: true });
}

/** Takes back what one said of oneself: the row is deleted, sums drawn earlier stay as they were drawn. */
export const withdrawAttribute = describeAction(
  { name: 'communities.withdraw-attribute', input: WithdrawAttribute, permission: onCommunity.say, repeat: 'safe' },
  async (context, { slug, attribute }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(onCommunity.say, context.actor, { id });
    await removeAttributes(context, id, { personId: signedIn(context), attribute });
    context.announce({ kind: 'communities.attribute-withdrawn', communityId: id, attribute, quiet: true });
  },
);
