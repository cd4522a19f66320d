import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { removeSearchEntry } from '#platform/search.ts';
import { onReport } from '../../report-permissions.ts';
import { WithdrawReport } from '../../report-words.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import { signedIn } from './signed-in.ts';
import { saveWithdrawal } from './store.ts';

/** Takes the public report back with a reason; its texts and its records stay. Throws `report.not-published`. */
export const withdrawReport = describeAction(
  { name: 'gatherings.withdraw-report', input: WithdrawReport, permission: onReport.publish, repeat: 'once' },
  async (context, { why, ...at }): Promise<void> => {
    const { community, gathering } = await gatheringAt(context, at);
    authorize(onReport.publish, context.actor, gathering);
    if (!(await saveWithdrawal(context, gathering, { withdrawnBy: signedIn(context), why })))
      throw new Refusal('report.not-published');
    await removeSearchEntry(context, { communityId: community.id, kind: 'report', id: gathering.id });
    context.announce({
      kind: 'gatherings.report-withdrawn',
      communityId: community.id,
      gatheringId: gathering.id,
      number: gathering.number,
    });
  },
);
