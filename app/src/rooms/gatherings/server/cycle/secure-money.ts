import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { organisationsOf } from '#rooms/communities/server/index.ts';
import { onCycle } from '../../cycle-permissions.ts';
import { SecureMoney } from '../../cycle-words.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { findCycle } from './find-cycle.ts';
import { saveMoney } from './store.ts';

/** Writes down money that is secured for what a cycle comes to, and by whom. */
export const secureMoney = describeAction(
  { name: 'gatherings.secure-money', input: SecureMoney, permission: onCycle.arrange, repeat: 'once' },
  async (context, { organisationId, amount, currency, named, ...at }): Promise<{ id: string }> => {
    const { cycle } = await findCycle(context, at);
    const { communityId, id: cycleId } = cycle;
    authorize(onCycle.arrange, context.actor, { communityId });
    const enteredBy = insistOnPerson(context);
    const known = await organisationsOf(context.db, communityId);
    if (!known.some(({ id }) => id === organisationId)) throw new Refusal('cycle.organisation-not-here');
    const id = context.newId();
    const money = { communityId, id, cycleId, organisationId, amount, currency, enteredBy, enteredAt: context.now };
    await saveMoney(context.db, { ...money, namedAt: named ? context.now : null });
    context.announce({ kind: 'gatherings.money-secured', communityId, cycleId });
    return { id };
  },
);
