import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { dayIn } from '#platform/time-zone.ts';
import { recordCommitment } from '#rooms/commitments/server/index.ts';
import type { WrittenLocale } from '#rooms/communities/index.ts';
import { onOwn } from '../../permissions.ts';
import { GiveWord, PLAN_ITEM } from '../../words.ts';
import { findPractice } from '../find-practice.ts';
import { partyOfItem } from './change-plan-item.ts';
import { planOf } from './queries.ts';

/**
 * Who is to do something of the plan gives their word on it to the practice: from then on it is asked about, and those it was
 * given to say what became of it. Returns the number of the given word. Nobody gives it for somebody else.
 */
export const giveWord = describeAction(
  { name: 'practice.give-word', input: GiveWord, permission: onOwn.giveWord, repeat: 'once' },
  async (context, { slug, itemId }): Promise<{ number: number }> => {
    const found = await findPractice(context, slug);
    const { practice } = found;
    const communityId = practice.id;
    const party = await partyOfItem(context, communityId, itemId);
    authorize(onOwn.giveWord, context.actor, party);
    const item = (await planOf(context, found)).find(({ id }) => id === itemId);
    if (!item || item.state === 'done' || item.state === 'let-go') throw new Refusal('practice.item-closed');
    if (item.word) throw new Refusal('practice.word-given');
    const { what, locale, dueOn } = item;
    const ahead = dueOn !== null && dueOn >= dayIn(practice.timeZone, context.now);
    const { number } = await recordCommitment(context, {
      communityId,
      what,
      locale: locale as WrittenLocale,
      by: party.personId ? { personId: party.personId } : { organisationId: party.organisationId ?? '' },
      dueOn: ahead ? dueOn : undefined,
      origin: { kind: PLAN_ITEM, id: itemId, address: `/c/${slug}/practice/plan#i-${itemId}`, title: what },
    });
    return { number };
  },
);
