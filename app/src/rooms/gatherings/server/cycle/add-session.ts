import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onCycle } from '../../cycle-permissions.ts';
import { AddSession } from '../../cycle-words.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import { findCycle } from './find-cycle.ts';
import { saveSession } from './store.ts';
import { noticeOf, seatedIn } from './tell.ts';

/** Takes a called forum session into the cycle, as the next in order. Whoever sits at a table is told. */
export const addSession = describeAction(
  { name: 'gatherings.add-session', input: AddSession, permission: onCycle.arrange, repeat: 'safe' },
  async (context, input): Promise<{ position: number }> => {
    const { community, cycle } = await findCycle(context, input);
    const { communityId, id: cycleId } = cycle;
    authorize(onCycle.arrange, context.actor, { communityId });
    const { gathering } = await gatheringAt(context, { slug: community.slug, number: input.gathering });
    if (gathering.kind !== 'forum-session') throw new Refusal('cycle.not-a-session');
    const taken = await context.db
      .selectFrom('gatherings.cycleSession')
      .select(['cycleId', 'position', 'gatheringId'])
      .where('communityId', '=', communityId)
      .where((eb) => eb.or([eb('cycleId', '=', cycleId), eb('gatheringId', '=', gathering.id)]))
      .execute();
    const known = taken.find((one) => one.gatheringId === gathering.id);
    if (known && known.cycleId !== cycleId) throw new Refusal('cycle.session-of-another');
    if (known) return { position: known.position };
    const position = Math.max(0, ...taken.map((one) => one.position)) + 1;
    if (position > 20) throw new Refusal('cycle.too-many-sessions');
    await saveSession(context.db, { communityId, cycleId, position, gatheringId: gathering.id });
    const seated = await seatedIn(context, cycle);
    const moment = { day: context.language.day(gathering.startsAt, community.timeZone) };
    await notify(context, seated, noticeOf('cycle.session-added', { community, cycle, facts: moment }));
    context.announce({ kind: 'gatherings.session-added', communityId, cycleId, gatheringId: gathering.id });
    return { position };
  },
);
