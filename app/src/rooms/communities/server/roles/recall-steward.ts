import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { onCommunity } from '../../permissions.ts';
import { mayHold, voicesForRecall } from '../../rules.ts';
import { AboutRoleChange, AskRecall } from '../../words.ts';
import { charterOf } from '../community/charter-of.ts';
import { findCommunity } from '../community/find-community.ts';
import { countMembers, peopleWithRole } from '../membership/members-of.ts';
import { signedIn } from '../signed-in.ts';
import { findRoleChange, roleFacts } from './role-facts.ts';
import { closeRoleChange, endGrant, saveGrant, saveRoleChange, saveVoice } from './store.ts';

/** Asks that a steward be recalled. Who asks for the last one must name who takes the seat. */
export const askRecall = describeAction(
  { name: 'communities.ask-recall', input: AskRecall, permission: onCommunity.recall, repeat: 'once' },
  async (context, { slug, personId, successorId, why }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(onCommunity.recall, context.actor, { id });
    const me = signedIn(context);
    const stewards = await peopleWithRole(context.db, id, 'steward');
    if (!stewards.includes(personId)) throw new Refusal('communities.role-not-held');
    if (personId === me) throw new Refusal('communities.not-oneself', { kind: 'forbidden' });
    if (!successorId && stewards.length === 1) throw new Refusal('communities.name-a-successor', { kind: 'invalid' });
    if (successorId) insist(mayHold('steward', await roleFacts(context, id, successorId)));
    const changeId = await saveRoleChange(context, {
      communityId: id,
      change: 'recall',
      personId,
      role: 'steward',
      why,
      proposedBy: me,
      successorId: successorId ?? undefined,
    });
    if (!changeId) throw new Refusal('communities.change-waits');
    await saveVoice(context, id, { changeId, personId: me });
    context.announce({ kind: 'communities.recall-asked', communityId: id, changeId, quiet: true });
  },
);

/** Joins in asking for a recall. With the last voice that the charter asks for, the seat changes hands. Who asked is never shown. */
export const supportRecall = describeAction(
  { name: 'communities.support-recall', input: AboutRoleChange, permission: onCommunity.recall, repeat: 'safe' },
  async (context, { slug, changeId }): Promise<{ recalled: boolean }> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(onCommunity.recall, context.actor, { id });
    const me = signedIn(context);
    const recall = await findRoleChange(context, id, changeId);
    if (recall.change !== 'recall' || recall.personId === me) throw new Refusal('communities.not-oneself');
    const voices = await saveVoice(context, id, { changeId, personId: me });
    const { rules } = await charterOf(context.db, id);
    if (voices < voicesForRecall(rules, await countMembers(context.db, id))) return { recalled: false };
    await changeHands(context, id, { ...recall, voices, lastVoice: me });
    return { recalled: true };
  },
);

interface CarriedRecall {
  readonly id: string;
  readonly personId: string;
  readonly successorId: string | null;
  readonly proposedBy: string;
  readonly voices: number;
  readonly lastVoice: string;
}

async function changeHands(context: Context, communityId: string, recall: CarriedRecall): Promise<void> {
  const { personId, successorId, proposedBy, voices, lastVoice } = recall;
  await endGrant(context, communityId, { personId, role: 'steward', endedBy: proposedBy, recalledBy: voices });
  await closeRoleChange(context, communityId, { id: recall.id, by: lastVoice, outcome: 'done' });
  context.announce({ kind: 'communities.role-ended', communityId, personId, role: 'steward' });
  if (!successorId) return;
  insist(mayHold('steward', await roleFacts(context, communityId, successorId)));
  const secondedBy = lastVoice === proposedBy ? successorId : lastVoice;
  await saveGrant(context, { communityId, personId: successorId, role: 'steward', grantedBy: proposedBy, secondedBy });
  context.announce({ kind: 'communities.role-granted', communityId, personId: successorId, role: 'steward' });
}
