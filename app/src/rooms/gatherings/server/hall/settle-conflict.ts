import { describeAction } from '#platform/action.ts';
import { NOBODY } from '#platform/ids.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { parseInput } from '#platform/run-action.ts';
import { onHall } from '../../hall-permissions.ts';
import { saysSame, sumOf } from '../../hall-rules.ts';
import { HALL_VALUES, type HallValue, SettleConflict } from '../../hall-words.ts';
import { findGathering } from '../calling/find-gathering.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { lockGathering } from '../calling/store.ts';
import { findOpenConflict, saveSettlement } from './entries-store.ts';
import { standingOf } from './standing.ts';
import { setStanding } from './store.ts';
import { targetOf } from './targets.ts';

/**
 * A person says which of two recordings is right: what stands, what arrived, or a third. Throws `changed-meanwhile` when what
 * stands is no longer what they saw.
 */
export const settleConflict = describeAction(
  { name: 'gatherings.settle-conflict', input: SettleConflict, permission: onHall.record, repeat: 'once' },
  async (context, { conflictId, as, seen, value, ...which }) => {
    await lockGathering(context, which);
    const { gathering } = await findGathering(context, which.communityId, which.gatheringId);
    authorize(onHall.record, context.actor, gathering);
    const settledBy = insistOnPerson(context);
    const conflict = await findOpenConflict(context, which, conflictId);
    if (!conflict || (as === 'both' && conflict.kind !== 'speaking')) throw notFound();
    const target = targetOf(conflict.kind, conflict.subject);
    const standing = (await standingOf(context, which, target))?.value ?? null;
    if (!saysSame(readSeen(seen), standing)) throw new Refusal('hall.changed-meanwhile');
    const right: Readonly<Record<typeof as, () => HallValue | null>> = {
      standing: () => standing,
      arrived: () => conflict.arrived,
      both: () => sumOf(standing, conflict.arrived, conflict.base),
      other: () => parseInput<HallValue>(HALL_VALUES[conflict.kind], value),
    };
    const { happenedAt } = conflict;
    const deviceId = as === 'arrived' ? conflict.deviceId : NOBODY;
    const settled = right[as]();
    if (!saysSame(settled, standing))
      await setStanding(context, {
        which,
        target,
        value: settled,
        recording: { happenedAt, recordedBy: settledBy, deviceId },
      });
    await saveSettlement(context, which, { conflictId, settledBy, settledAs: as });
    context.announce({ kind: 'gatherings.conflict-settled', ...which, conflictId, quiet: true });
    return { number: gathering.number };
  },
);

function readSeen(seen: string): HallValue | null {
  try {
    return JSON.parse(seen) as HallValue | null;
  } catch {
    throw new Refusal('hall.changed-meanwhile');
  }
}
