import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onCommunity } from '../../permissions.ts';
import { attributesNeeded } from '../../rules.ts';
import { PURPOSE, SayAttribute, WithdrawAttribute } from '../../words.ts';
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
    const groups = await groupsOf(context.db, id, { attribute, rules });
    if (group !== '' && !groups.includes(group)) throw new Refusal('communities.unknown-group', { kind: 'invalid' });
    const personId = signedIn(context);
    await saveAttribute(context, id, { personId, attribute, group: group || null, purpose: PURPOSE });
    context.announce({ kind: 'communities.attribute-said', communityId: id, attribute, quiet: true });
  },
);

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
