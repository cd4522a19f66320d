import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { seatOf } from '#rooms/communities/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onCycle } from '../../cycle-permissions.ts';
import { NameModerator } from '../../cycle-words.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { findCycle, tableAt } from './find-cycle.ts';
import { endModerating, saveModerator } from './store.ts';
import { noticeOf } from './tell.ts';

/** Names a member who moderates a table; a table may have several. */
export const nameModerator = describeAction(
  { name: 'gatherings.name-moderator', input: NameModerator, permission: onCycle.arrange, repeat: 'safe' },
  async (context, { personId, table: position, ...at }): Promise<void> => {
    const { community, cycle } = await findCycle(context, at);
    const { communityId } = cycle;
    authorize(onCycle.arrange, context.actor, { communityId });
    const namedBy = insistOnPerson(context);
    const table = await tableAt(context, cycle, position);
    if (!(await seatOf(context.db, communityId, personId))) throw new Refusal('cycle.not-a-member');
    const held = await context.db
      .selectFrom('gatherings.tableModerator')
      .select('personId')
      .where('communityId', '=', communityId)
      .where('tableId', '=', table.id)
      .where('personId', '=', personId)
      .where('endedAt', 'is', null)
      .executeTakeFirst();
    if (held) return;
    await saveModerator(context.db, { communityId, tableId: table.id, personId, namedBy, namedAt: context.now });
    await notify(context, [personId], noticeOf('cycle.moderator-named', { community, cycle, table }));
    context.announce({ kind: 'gatherings.moderator-named', communityId, cycleId: cycle.id, tableId: table.id });
  },
);

/** Ends somebody's moderating of a table. */
export const endModerator = describeAction(
  { name: 'gatherings.end-moderator', input: NameModerator, permission: onCycle.arrange, repeat: 'safe' },
  async (context, { personId, table: position, ...at }): Promise<void> => {
    const { cycle } = await findCycle(context, at);
    const { communityId, id: cycleId } = cycle;
    authorize(onCycle.arrange, context.actor, { communityId });
    const table = await tableAt(context, cycle, position);
    if (await endModerating(context, table, personId))
      context.announce({ kind: 'gatherings.moderator-ended', communityId, cycleId, tableId: table.id });
  },
);
