import { system } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import type { Listener } from '#platform/listeners.ts';
import type { Tick } from '#platform/room.ts';
import { runParsed } from '#platform/run-action.ts';
import type { InGathering } from '../../words.ts';
import { findGathering } from '../calling/find-gathering.ts';
import { lockGathering } from '../calling/store.ts';
import { forgetAfter, forgetInvitee, forgetWishesOf } from './forget-store.ts';
import { saveWithdrawal } from './store.ts';
import { callOffRemindersOf, moveUp, remindOfComing, tellOf } from './tell.ts';

const which = (facts: Readonly<Record<string, unknown>>): InGathering | undefined => {
  const { communityId, gatheringId } = facts;
  return typeof communityId === 'string' && typeof gatheringId === 'string' ? { communityId, gatheringId } : undefined;
};

async function registrations({ db }: Context, { communityId, gatheringId }: InGathering) {
  return db
    .selectFrom('gatherings.registration')
    .select(['id', 'personId', 'seat'])
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .where('withdrawnAt', 'is', null)
    .execute();
}

/** When time or place moved, who comes or waits is told and reminded anew; more places go to who waits. */
const tellOfRevision: Listener = {
  name: 'gatherings.tell-of-revision',
  hears: 'gatherings.gathering-revised',
  async hear(context, announcement) {
    const where = which(announcement);
    if (!where) return;
    await lockGathering(context, where);
    const found = await findGathering(context, where.communityId, where.gatheringId);
    if (found.gathering.calledOffAt) return;
    await moveUp(context, found);
    if (announcement['moved'] !== true) return;
    const list = await registrations(context, where);
    const personIds = list.flatMap(({ personId }) => personId ?? []);
    await tellOf(context, found, { personIds, kind: 'coming.call-moved' });
    for (const { id, personId, seat } of list) {
      await callOffRemindersOf(context, id);
      if (personId && seat !== null) await remindOfComing(context, found, { personId, registrationId: id });
    }
  },
};

/** When it is called off, whoever was invited, comes or waits is told, and reminded no more. */
const tellOfCallingOff: Listener = {
  name: 'gatherings.tell-of-calling-off',
  hears: 'gatherings.gathering-called-off',
  async hear(context, announcement) {
    const where = which(announcement);
    if (!where) return;
    const found = await findGathering(context, where.communityId, where.gatheringId);
    const list = await registrations(context, where);
    const invited = await context.db
      .selectFrom('gatherings.invitee')
      .select('personId')
      .where('communityId', '=', where.communityId)
      .where('gatheringId', '=', where.gatheringId)
      .execute();
    const personIds = [...list, ...invited].flatMap(({ personId }) => personId ?? []);
    await tellOf(context, found, { personIds, kind: 'coming.called-off' });
    for (const { id } of list) await callOffRemindersOf(context, id);
  },
};

/** Who is erased comes no more; what they needed and that they were called goes at once. */
const forgetPerson: Listener = {
  name: 'gatherings.forget-who-came',
  hears: 'people.person-erased',
  async hear(context, announcement) {
    const personId = announcement['personId'];
    if (typeof personId !== 'string') return;
    await forgetWishesOf(context, personId);
    await forgetInvitee(context, personId);
    const coming = await context.db
      .selectFrom('gatherings.registration as r')
      .innerJoin('gatherings.gathering as g', (join) =>
        join.onRef('g.communityId', '=', 'r.communityId').onRef('g.id', '=', 'r.gatheringId'),
      )
      .select(['r.communityId', 'r.gatheringId', 'r.id'])
      .where('r.personId', '=', personId)
      .where('r.withdrawnAt', 'is', null)
      .where('g.endsAt', '>', context.now)
      .execute();
    for (const { communityId, gatheringId, id: registrationId } of coming) {
      await lockGathering(context, { communityId, gatheringId });
      await saveWithdrawal(context, { communityId, registrationId }, personId);
      await moveUp(context, await findGathering(context, communityId, gatheringId));
    }
  },
};

export const comingListeners: readonly Listener[] = [tellOfRevision, tellOfCallingOff, forgetPerson];

/** Thirty days after the end: what people needed, names without an account, and who was called are gone. */
export const forgetDue: Tick = {
  name: 'gatherings.forget-due',
  async run(house: House) {
    const asking = { actor: system('gatherings.forget-due'), language: house.languages.source };
    await runParsed(house, asking, { name: 'gatherings.forget-due', run: forgetAfter });
  },
};
