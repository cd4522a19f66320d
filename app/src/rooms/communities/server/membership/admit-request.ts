import { describeAction } from '#platform/action.ts';
import { hasRole } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { onCommunity } from '../../permissions.ts';
import { admission } from '../../rules.ts';
import { AdmitRequest } from '../../words.ts';
import { findCommunity } from '../community/find-community.ts';
import { signedIn } from '../signed-in.ts';
import { findRequest } from './find-request.ts';
import { peopleWithRole } from './members-of.ts';
import { saveAnswer, saveFirstYes, saveMembership } from './store.ts';

/** Says yes to a request. Two let somebody in, one of them of the desk; the only steward lets the first five in alone. */
export const admitRequest = describeAction(
  { name: 'communities.admit-request', input: AdmitRequest, permission: onCommunity.admit, repeat: 'safe' },
  async (context, { slug, requestId }): Promise<{ admitted: boolean }> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(onCommunity.admit, context.actor, { id });
    const me = signedIn(context);
    const request = await findRequest(context.db, id, requestId);
    const step = admission(await factsOf(context, id, request.firstYesBy));
    if (typeof step === 'object') insist(step);
    if (step === 'first') {
      await saveFirstYes(context, id, { id: requestId, by: me });
      context.announce({ kind: 'communities.join-half-answered', communityId: id, requestId, quiet: true });
      return { admitted: false };
    }
    const alone = step === 'alone';
    await saveAnswer(context, id, { id: requestId, by: me, answer: 'yes' });
    await saveMembership(context, {
      communityId: id,
      personId: request.personId,
      how: 'approved',
      belonging: request.belonging,
      admittedBy: alone ? me : (request.firstYesBy ?? me),
      secondedBy: alone ? undefined : me,
      alone,
    });
    context.announce({
      kind: 'communities.member-joined',
      communityId: id,
      personId: request.personId,
      how: 'approved',
    });
    return { admitted: true };
  },
);

async function factsOf(context: Context, communityId: string, firstYesBy: string | null) {
  const { actor, db } = context;
  const stewards = await peopleWithRole(db, communityId, 'steward');
  const desk = await peopleWithRole(db, communityId, 'steward', 'facilitator');
  const { count } = await db
    .selectFrom('communities.membership')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('communityId', '=', communityId)
    .where('alone', '=', true)
    .executeTakeFirstOrThrow();
  return {
    stewards: stewards.length,
    admittedAlone: Number(count),
    byDesk: hasRole(actor, communityId, 'steward', 'facilitator'),
    bySteward: hasRole(actor, communityId, 'steward'),
    first: firstYesBy ? { byDesk: desk.includes(firstYesBy), same: firstYesBy === signedIn(context) } : undefined,
  };
}
