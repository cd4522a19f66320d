import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, notFound } from '#platform/refusal.ts';
import { organisationById } from '#rooms/communities/server/index.ts';
import { onPractice } from '../../permissions.ts';
import { mayTakeUp } from '../../rules.ts';
import { TakeUpCase } from '../../words.ts';
import { insistOnVoice } from '../parties.ts';
import { beginCase } from './begin-case.ts';
import { findCase } from './find-case.ts';

/**
 * "We adopted it", "we adapted it", "it did not work here": begins the case of an organisation or a community, of this
 * practice or not, that learned from another one. Who is learned from hears of it when it is published.
 */
export const takeUpCase = describeAction(
  { name: 'practice.take-up-case', input: TakeUpCase, permission: onPractice.takeUp, repeat: 'once' },
  async (context, { slug, from, how, party, pictures, pictureWords, ...words }): Promise<{ number: number }> => {
    const { one, subject, of } = await findCase(context, { slug, number: from });
    authorize(onPractice.takeUp, context.actor, subject);
    const { communityId, caseId, depth } = one;
    insist(
      mayTakeUp({
        published: of.open,
        takenBack: one.takenBackAt !== null,
        depth,
        of: { organisationId: one.organisationId, homeCommunityId: one.homeCommunityId },
        by: party,
      }),
    );
    insistOnVoice(context, party);
    const { organisationId } = party;
    // Members of a community are of no organisation, though the role has the same name.
    if (organisationId && !(await organisationById(context.db, organisationId))) throw notFound();
    const begun = { communityId, party, from: { caseId, depth, how }, words, pictures, pictureWords };
    const { number, caseId: begunId } = await beginCase(context, begun);
    context.announce({ kind: 'practice.case-begun', communityId, caseId: begunId, quiet: true });
    return { number };
  },
);
