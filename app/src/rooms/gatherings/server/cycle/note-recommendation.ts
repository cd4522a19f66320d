import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onCycle } from '../../cycle-permissions.ts';
import { NoteRecommendation } from '../../cycle-words.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { findCycle } from './find-cycle.ts';
import { saveRecord } from './store.ts';
import { noticeOf, seatedIn } from './tell.ts';

/** Writes down what became of a recommendation. Earlier records stay; who sat at its table is told. */
export const noteRecommendation = describeAction(
  { name: 'gatherings.note-recommendation', input: NoteRecommendation, permission: onCycle.answer, repeat: 'once' },
  async (context, { slug, number, recommendationId, state, byWhom, words }): Promise<void> => {
    const { community, cycle } = await findCycle(context, { slug, number });
    const { communityId } = cycle;
    authorize(onCycle.answer, context.actor, { communityId });
    const notedBy = insistOnPerson(context);
    const found = await context.db
      .selectFrom('gatherings.recommendation')
      .select(['title', 'tableId'])
      .where('communityId', '=', communityId)
      .where('cycleId', '=', cycle.id)
      .where('id', '=', recommendationId)
      .executeTakeFirst();
    if (!found) throw notFound();
    const actingForId = context.actor.kind === 'person' ? (context.actor.actingForId ?? null) : null;
    const record = { communityId, id: context.newId(), recommendationId, state, byWhom, words };
    await saveRecord(context.db, { ...record, notedBy, actingForId, notedAt: context.now });
    const notice = noticeOf('cycle.recommendation-answered', { community, cycle, facts: { title: found.title } });
    await notify(context, await seatedIn(context, cycle, found.tableId), { ...notice, about: recommendationId });
    context.announce({ kind: 'gatherings.recommendation-noted', communityId, cycleId: cycle.id, recommendationId });
  },
);
