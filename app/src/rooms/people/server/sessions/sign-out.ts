import { z } from 'zod';
import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onOwnAccount } from '../../permissions.ts';
import { endEverySession, endSession } from './store.ts';

/** The person who acts. Throws a Refusal `sign-in` when nobody does. */
export function insistPerson(context: Context): string {
  if (context.actor.kind === 'person') return context.actor.personId;
  throw new Refusal('platform.sign-in-first', { kind: 'sign-in' });
}

/** Ends one session of one's own: the one that asks, or another by its id. */
export const signOut = describeAction(
  {
    name: 'people.sign-out',
    input: z.object({ sessionId: z.uuid().optional() }),
    permission: onOwnAccount.change,
    repeat: 'safe',
  },
  async (context, input): Promise<void> => {
    const personId = insistPerson(context);
    authorize(onOwnAccount.change, context.actor, { personId });
    const own = context.actor.kind === 'person' ? context.actor.sessionId : undefined;
    const sessionId = input.sessionId ?? own;
    if (sessionId) await endSession(context, personId, sessionId);
  },
);

/** Ends every session of one's own, this one too. */
export const signOutEverywhere = describeAction(
  { name: 'people.sign-out-everywhere', input: z.object({}), permission: onOwnAccount.change, repeat: 'safe' },
  async (context): Promise<void> => {
    const personId = insistPerson(context);
    authorize(onOwnAccount.change, context.actor, { personId });
    await endEverySession(context, personId);
  },
);
