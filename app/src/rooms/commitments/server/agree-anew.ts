import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { dayIn } from '#platform/time-zone.ts';
import { peopleWithRole } from '#rooms/communities/server/index.ts';
import { onCommitment } from '../permissions.ts';
import { isOpen, liesAhead } from '../rules.ts';
import { AgreeAnew } from '../words.ts';
import { giversOf, receiversOf } from './concerned.ts';
import { commitmentAt } from './find-commitment.ts';
import { signedIn } from './signed-in.ts';
import { saveAgreement, saveStanding } from './store.ts';
import { announceOf, tellOf } from './tell.ts';

/** Another deed or another day, and why. What was said first stays beside it, and so does every answer. */
export const agreeAnew = describeAction(
  { name: 'commitments.agree-anew', input: AgreeAnew, permission: onCommitment.agreeAnew, repeat: 'once' },
  async (context, input): Promise<void> => {
    const found = await commitmentAt(context, input);
    const { community, commitment } = found;
    authorize(onCommitment.agreeAnew, context.actor, commitment);
    insist(isOpen(commitment.state));
    insist(liesAhead(input.dueOn, dayIn(community.timeZone, context.now)));
    const { what, dueOn = null, why, locale } = input;
    await saveAgreement(context, commitment, { what, dueOn, why, locale, agreedBy: signedIn(context) });
    await saveStanding(context, commitment, { standsDueOn: dueOn });
    // A whole village isn't told: it reads it where it is asked. The desk is, and an organisation it was given to.
    const others = commitment.toOrganisationId
      ? await receiversOf(context, commitment)
      : await peopleWithRole(context.db, community.id, 'facilitator', 'steward');
    const to = [...(await giversOf(context, commitment)), ...others];
    await tellOf(context, found, { kind: 'commitments.agreed-anew', to, part: '#anew' });
    announceOf(context, commitment, { kind: 'commitments.commitment-agreed-anew' });
  },
);
