import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { seatOf } from '#rooms/communities/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onCycle } from '../../cycle-permissions.ts';
import { ChooseTable, LeaveTable, SeatAtTable } from '../../cycle-words.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { findCycle, subjectOf, tableAt } from './find-cycle.ts';
import { reseatChoices } from './seating.ts';
import { removeSeat, saveSeat } from './store.ts';
import { noticeOf } from './tell.ts';

/** A member sits down at a table; whoever sat at another one of this cycle gets up there. */
export const chooseTable = describeAction(
  { name: 'gatherings.choose-table', input: ChooseTable, permission: onCycle.sit, repeat: 'safe' },
  async (context, { table: position, ...at }): Promise<void> => {
    const { cycle } = await findCycle(context, at);
    const { communityId, id: cycleId } = cycle;
    authorize(onCycle.sit, context.actor, { communityId });
    const personId = insistOnPerson(context);
    const table = await tableAt(context, cycle, position);
    if (table.kind === 'organisers') throw new Refusal('cycle.organisers-only');
    await saveSeat(context.db, {
      communityId,
      cycleId,
      personId,
      tableId: table.id,
      since: context.now,
      enteredBy: null,
    });
    await reseatChoices(context, cycle);
    context.announce({ kind: 'gatherings.table-chosen', communityId, cycleId, quiet: true });
  },
);

/** Somebody at the desk or a moderator enters at which table a member sits, and the member is told. */
export const seatAtTable = describeAction(
  { name: 'gatherings.seat-at-table', input: SeatAtTable, permission: onCycle.seat, repeat: 'safe' },
  async (context, { table: position, personId, ...at }): Promise<void> => {
    const { community, cycle } = await findCycle(context, at);
    const { communityId, id: cycleId } = cycle;
    const table = await tableAt(context, cycle, position);
    const subject = await subjectOf(context, table);
    authorize(onCycle.seat, context.actor, subject);
    if (table.kind === 'organisers') authorize(onCycle.arrange, context.actor, subject);
    const doer = insistOnPerson(context);
    if (!(await seatOf(context.db, communityId, personId))) throw new Refusal('cycle.not-a-member');
    const enteredBy = doer === personId ? null : doer;
    await saveSeat(context.db, { communityId, cycleId, personId, tableId: table.id, since: context.now, enteredBy });
    await reseatChoices(context, cycle);
    await notify(context, [personId], noticeOf('cycle.seated', { community, cycle, table }));
    context.announce({ kind: 'gatherings.table-chosen', communityId, cycleId, quiet: true });
  },
);

/** Gets up from one's table. */
export const leaveTable = describeAction(
  { name: 'gatherings.leave-table', input: LeaveTable, permission: onCycle.sit, repeat: 'safe' },
  async (context, at): Promise<void> => {
    const { cycle } = await findCycle(context, at);
    authorize(onCycle.sit, context.actor, cycle);
    await removeSeat(context.db, cycle, insistOnPerson(context));
    await reseatChoices(context, cycle);
    context.announce({
      kind: 'gatherings.table-chosen',
      communityId: cycle.communityId,
      cycleId: cycle.id,
      quiet: true,
    });
  },
);
