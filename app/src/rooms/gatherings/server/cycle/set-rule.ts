import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onCycle } from '../../cycle-permissions.ts';
import { SetRule } from '../../cycle-words.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { findCycle } from './find-cycle.ts';
import { groupsAsked } from './groups-asked.ts';
import { saveRule } from './store.ts';

/** Sets a rule on who ought to sit there, of groups that people of this community may say they are of. */
export const setRule = describeAction(
  { name: 'gatherings.set-rule', input: SetRule, permission: onCycle.arrange, repeat: 'once' },
  async (context, { kind, attribute, group, least, ...at }): Promise<void> => {
    const { cycle } = await findCycle(context, at);
    const { communityId, id: cycleId } = cycle;
    authorize(onCycle.arrange, context.actor, { communityId });
    const setBy = insistOnPerson(context);
    const groups = await groupsAsked(context.db, communityId);
    if (!groups.some((one) => one.attribute === attribute && one.groups.includes(group)))
      throw new Refusal('cycle.unknown-group', { fields: { group: { key: 'cycle.refusal.unknown-group' } } });
    const same = await context.db
      .selectFrom('gatherings.compositionRule')
      .select('id')
      .where('communityId', '=', communityId)
      .where('cycleId', '=', cycleId)
      .where('kind', '=', kind)
      .where('attribute', '=', attribute)
      .where('groupName', '=', group)
      .executeTakeFirst();
    if (same) throw new Refusal('cycle.same-rule');
    const rule = { communityId, id: context.newId(), cycleId, kind, attribute, groupName: group, least };
    await saveRule(context.db, { ...rule, setBy, setAt: context.now });
    context.announce({ kind: 'gatherings.rule-set', communityId, cycleId });
  },
);
