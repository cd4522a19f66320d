import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { removeSearchEntry } from '#platform/search.ts';
import { peopleWithRole } from '#rooms/communities/server/index.ts';
import { gaveIt, onCommitment } from '../permissions.ts';
import { isOpen } from '../rules.ts';
import { TakeBack, type TakingBackReason } from '../words.ts';
import { giversOf, receiversOf } from './concerned.ts';
import { commitmentAt } from './find-commitment.ts';
import { signedIn } from './signed-in.ts';
import { callOffAskings, saveStanding, saveTakingBack } from './store.ts';
import { announceOf, tellOf } from './tell.ts';

/**
 * A word is taken back: by who gave it, with the reason; by who never gave it and was written down; or by the desk, that
 * wrote it down wrongly. It is asked about no more. What was never said is found by nobody outside.
 */
export const takeBack = describeAction(
  { name: 'commitments.take-back', input: TakeBack, permission: onCommitment.takeBack, repeat: 'once' },
  async (context, input): Promise<void> => {
    const found = await commitmentAt(context, input);
    const { community, commitment } = found;
    authorize(onCommitment.takeBack, context.actor, commitment);
    insist(isOpen(commitment.state));
    const mine = gaveIt(context.actor, commitment);
    const reason: TakingBackReason = mine
      ? input.notMine && commitment.writtenByOther
        ? 'not-mine'
        : 'withdrawn'
      : 'by-desk';
    if (reason !== 'not-mine' && input.why.length < 3)
      throw new Refusal('platform.invalid', {
        kind: 'invalid',
        fields: { why: { key: 'commitments.invalid.why-back' } },
      });
    await saveTakingBack(context, commitment, { reason, why: input.why, takenBackBy: signedIn(context) });
    await saveStanding(context, commitment, { state: 'taken-back' });
    await callOffAskings(context, commitment);
    if (reason !== 'withdrawn') await removeSearchEntry(context, { ...commitment, kind: 'commitment' });
    const others = commitment.toOrganisationId
      ? await receiversOf(context, commitment)
      : await peopleWithRole(context.db, community.id, 'facilitator', 'steward');
    const to = [...(await giversOf(context, commitment)), ...others];
    await tellOf(context, found, { kind: 'commitments.taken-back', to });
    announceOf(context, commitment, { kind: 'commitments.commitment-taken-back', reason });
  },
);
