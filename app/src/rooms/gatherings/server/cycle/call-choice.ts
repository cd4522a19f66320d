import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { Paper } from '#rooms/decisions/index.ts';
import { draftSeatedDecision } from '#rooms/decisions/server/index.ts';
import { onCycle } from '../../cycle-permissions.ts';
import { CallChoice } from '../../cycle-words.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { findCycle, tablesOf } from './find-cycle.ts';
import { seatingOf } from './seating.ts';
import { saveChoice } from './store.ts';

/**
 * Writes the paper of a choice among recommendations in which every table weighs the same. Where a public body sits at a table
 * it has an interest, so single ballots stay in the box (harm.md 1). Returns the number of the decision, which opens as every
 * other. Throws when no choice can be made of these recommendations.
 */
export const callChoice = describeAction(
  { name: 'gatherings.call-choice', input: CallChoice, permission: onCycle.choose, repeat: 'once' },
  async (context, { slug, number, recommendationIds, ...asked }): Promise<{ number: number }> => {
    const { cycle } = await findCycle(context, { slug, number });
    const { communityId, id: cycleId } = cycle;
    authorize(onCycle.choose, context.actor, { communityId });
    const calledBy = insistOnPerson(context);
    const ids = [...new Set(recommendationIds)];
    const chosen = await context.db
      .selectFrom('gatherings.recommendation')
      .select(['id', 'title', 'text', 'cost'])
      .where('communityId', '=', communityId)
      .where('cycleId', '=', cycleId)
      .where('id', 'in', ids)
      .orderBy('position')
      .execute();
    if (chosen.length < ids.length) throw notFound();
    if (asked.method === 'equal-shares' && chosen.some(({ cost }) => cost === null))
      throw new Refusal('cycle.cost-missing');
    const body = (await tablesOf(context, cycle)).find(({ kind }) => kind === 'public-body');
    const paper = Paper.safeParse({
      ...asked,
      communityId,
      options: chosen.map(({ title, text, cost }) => ({ name: title, about: text, cost: cost ?? '' })),
      budget: asked.budget === undefined ? null : String(asked.budget),
      currency: asked.currency ?? null,
      answerer: asked.answerer ?? null,
      answerBy: asked.answerBy ?? null,
      interest: body ? 'public-body' : 'none',
      interestOrganisationId: body?.organisationId ?? null,
    });
    if (!paper.success)
      throw new Refusal('cycle.paper-not-whole', { facts: { field: String(paper.error.issues[0]?.path[0] ?? '') } });
    const decision = await draftSeatedDecision(context, paper.data, await seatingOf(context, cycle));
    const { decisionId } = decision;
    const choice = {
      communityId,
      cycleId,
      decisionId,
      decisionNumber: decision.number,
      calledBy,
      calledAt: context.now,
    };
    await saveChoice(context.db, choice, ids);
    context.announce({ kind: 'gatherings.choice-called', communityId, cycleId, decisionId });
    return { number: decision.number };
  },
);
