import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onCycle } from '../../cycle-permissions.ts';
import { WriteRecommendation } from '../../cycle-words.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { findCycle, subjectOf, tableAt } from './find-cycle.ts';
import { saveRecommendation } from './store.ts';
import { noticeOf, seatedIn } from './tell.ts';

/** Writes down what a table recommends; who sits there is told. It stays as it was written. Returns its place in the cycle. */
export const writeRecommendation = describeAction(
  { name: 'gatherings.write-recommendation', input: WriteRecommendation, permission: onCycle.write, repeat: 'once' },
  async (context, { slug, number, table: position, ...input }): Promise<{ id: string; position: number }> => {
    const { community, cycle } = await findCycle(context, { slug, number });
    const { communityId, id: cycleId } = cycle;
    const table = await tableAt(context, cycle, position);
    authorize(onCycle.write, context.actor, await subjectOf(context, table));
    const writtenBy = insistOnPerson(context);
    if (table.kind === 'organisers') throw new Refusal('cycle.organisers-recommend-nothing');
    const before = await context.db
      .selectFrom('gatherings.recommendation')
      .select(['title', 'position'])
      .where('communityId', '=', communityId)
      .where('cycleId', '=', cycleId)
      .execute();
    if (before.some(({ title }) => title.toLowerCase() === input.title.toLowerCase()))
      throw new Refusal('cycle.same-recommendation', {
        fields: { title: { key: 'cycle.refusal.same-recommendation' } },
      });
    const id = context.newId();
    const place = Math.max(0, ...before.map((one) => one.position)) + 1;
    const { title, text, locale, cost = null } = input;
    const written = { communityId, id, cycleId, tableId: table.id, position: place, title, text, locale, cost };
    await saveRecommendation(context.db, { ...written, writtenBy, writtenAt: context.now });
    await notify(
      context,
      await seatedIn(context, cycle, table.id),
      noticeOf('cycle.recommended', { community, cycle, table, facts: { title } }),
    );
    context.announce({ kind: 'gatherings.recommendation-written', communityId, cycleId, recommendationId: id });
    return { id, position: place };
  },
);
