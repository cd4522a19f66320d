import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { onContributor } from '../../permissions.ts';
import { AnswerCredit } from '../../words.ts';
import { signedIn } from '../find-practice.ts';
import { findCase } from './find-case.ts';
import { saveCredit } from './store.ts';

/** Says how one wishes to be credited: by name, as "a member", only inside, or not in this case. It may change at any time. */
export const answerCredit = describeAction(
  { name: 'practice.answer-credit', input: AnswerCredit, permission: onContributor.answerCredit, repeat: 'once' },
  async (context, { slug, number, contributorId, answer }): Promise<void> => {
    const { one, of, contributors } = await findCase(context, { slug, number });
    const contributor = contributors.find(({ id }) => id === contributorId);
    if (!contributor) throw notFound();
    const outside = contributor.outsideName !== null;
    authorize(onContributor.answerCredit, context.actor, { ...contributor, outside, of });
    await saveCredit(context, one, { contributorId, answer, told: outside, saidBy: signedIn(context) });
    const { communityId, caseId } = one;
    context.announce({ kind: 'practice.credit-answered', communityId, caseId, quiet: !of.open });
  },
);
