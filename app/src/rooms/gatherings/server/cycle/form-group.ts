import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { authorize, may } from '#platform/permissions.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onCycle } from '../../cycle-permissions.ts';
import { BringReport, FormGroup } from '../../cycle-words.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { findCycle, subjectOf, tableAt, tablesOf } from './find-cycle.ts';
import { saveGroup, saveGroupReport } from './store.ts';
import { noticeOf, seatedIn } from './tell.ts';

/** Forms a working group of people of a table: what they do until the next session, by which day. They are told. */
export const formGroup = describeAction(
  { name: 'gatherings.form-group', input: FormGroup, permission: onCycle.write, repeat: 'once' },
  async (context, { slug, number, table: position, task, locale, dueOn, personIds }): Promise<{ id: string }> => {
    const { community, cycle } = await findCycle(context, { slug, number });
    const { communityId } = cycle;
    const table = await tableAt(context, cycle, position);
    authorize(onCycle.write, context.actor, await subjectOf(context, table));
    const formedBy = insistOnPerson(context);
    const seated = await seatedIn(context, cycle, table.id);
    if (personIds.length === 0) throw new Refusal('cycle.group-of-nobody');
    if (personIds.some((personId) => !seated.includes(personId))) throw new Refusal('cycle.not-at-this-table');
    const id = context.newId();
    const group = { communityId, id, tableId: table.id, task, locale, dueOn, formedBy, formedAt: context.now };
    await saveGroup(context.db, group, personIds);
    const notice = noticeOf('cycle.group-formed', { community, cycle, table, facts: { task } });
    await notify(context, personIds, { ...notice, about: id });
    context.announce({ kind: 'gatherings.group-formed', communityId, cycleId: cycle.id, groupId: id });
    return { id };
  },
);

/** Brings back to the table what a working group found; by one of the group, or whoever helps the table. */
export const bringReport = describeAction(
  { name: 'gatherings.bring-report', input: BringReport, permission: onCycle.say, repeat: 'once' },
  async (context, { slug, number, groupId, words }): Promise<void> => {
    const { cycle } = await findCycle(context, { slug, number });
    const { communityId } = cycle;
    authorize(onCycle.say, context.actor, { communityId });
    const broughtBy = insistOnPerson(context);
    const group = await context.db
      .selectFrom('gatherings.workingGroup as g')
      .leftJoin('gatherings.workingGroupReport as r', (join) =>
        join.onRef('r.communityId', '=', 'g.communityId').onRef('r.groupId', '=', 'g.id'),
      )
      .select(['g.tableId', 'r.broughtAt'])
      .where('g.communityId', '=', communityId)
      .where('g.id', '=', groupId)
      .executeTakeFirst();
    const table = (await tablesOf(context, cycle)).find(({ id }) => id === group?.tableId);
    if (!group || !table) throw notFound();
    const mine = await context.db
      .selectFrom('gatherings.workingGroupMember')
      .select('personId')
      .where('communityId', '=', communityId)
      .where('groupId', '=', groupId)
      .where('personId', '=', personOf(context.actor) ?? '')
      .executeTakeFirst();
    if (!mine && !may(onCycle.write, context.actor, await subjectOf(context, table)))
      throw new Refusal('cycle.not-in-group');
    if (group.broughtAt) throw new Refusal('cycle.report-brought');
    await saveGroupReport(context.db, { communityId, groupId, words, broughtBy, broughtAt: context.now });
    context.announce({ kind: 'gatherings.group-reported', communityId, cycleId: cycle.id, groupId });
  },
);
