import type { Listener } from '#platform/listeners.ts';
import { takeBallotOut } from './store.ts';

/**
 * Who is erased takes their ballots out of every open box. What was sealed before stays: nothing leads from it to a person,
 * and the seat on the roll stays as a former member's, so that the numbers of a closed decision remain true.
 */
export const forgetBallots: Listener = {
  name: 'decisions.forget-ballots',
  hears: 'people.person-erased',
  async hear(context, { personId }) {
    if (typeof personId !== 'string') return;
    const open = await context.db
      .selectFrom('decisions.ballot')
      .select(['communityId', 'decisionId'])
      .where('personId', '=', personId)
      .execute();
    for (const one of open) await takeBallotOut(context.db, { ...one, personId });
  },
};
