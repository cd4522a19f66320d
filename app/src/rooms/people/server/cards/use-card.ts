import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { atTheDoor } from '../../permissions.ts';
import { type Seat, UseCard } from '../../words.ts';
import { saveSession } from '../sessions/store.ts';
import { limitKnocks } from '../sign-in/at-the-door.ts';
import { hashCard, readCardCode } from './card-code.ts';
import { markCardUsed } from './store.ts';

/** What became of a card: a seat, or nothing, which is an answer so that the try is counted. */
export type CardAnswer = { readonly kind: 'in'; readonly seat: Seat } | { readonly kind: 'unknown' };

/** Signs in whoever holds a paper card. */
export const useCard = describeAction(
  { name: 'people.use-card', input: UseCard, permission: atTheDoor.enter, repeat: 'once' },
  async (context, { knock, card, device }): Promise<CardAnswer> => {
    authorize(atTheDoor.enter, context.actor, {});
    await limitKnocks(context, 'card');
    const code = readCardCode(card);
    if (!code)
      throw new Refusal('platform.invalid', { kind: 'invalid', fields: { card: { key: 'people.invalid.card' } } });
    const used = await markCardUsed(context, await hashCard(code));
    if (!used) return { kind: 'unknown' };
    return { kind: 'in', seat: await saveSession(context, used.personId, { knock, how: 'card', device }) };
  },
);
