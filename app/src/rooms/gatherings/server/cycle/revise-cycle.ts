import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { onCycle } from '../../cycle-permissions.ts';
import { ReviseCycle } from '../../cycle-words.ts';
import { findCycle } from './find-cycle.ts';
import { makeCycleFindable } from './make-cycle-findable.ts';
import { updateCycle } from './store.ts';

/** Says the theme of a cycle, what it is about, or how many sessions it has, in other words. */
export const reviseCycle = describeAction(
  { name: 'gatherings.revise-cycle', input: ReviseCycle, permission: onCycle.arrange, repeat: 'safe' },
  async (context, { slug, number, ...said }): Promise<void> => {
    const { cycle } = await findCycle(context, { slug, number });
    authorize(onCycle.arrange, context.actor, cycle);
    await updateCycle(context, cycle, said);
    await makeCycleFindable(context, { ...cycle, ...said });
    context.announce({ kind: 'gatherings.cycle-revised', communityId: cycle.communityId, cycleId: cycle.id });
  },
);
