import { z } from 'zod';
import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onActingFor } from '../../permissions.ts';
import { saveActingFor } from './store.ts';

/** An organisation's id, or nothing (as a form says it: empty) to act for oneself again. */
export const ActFor = z.object({ organisationId: z.union([z.literal('').transform(() => null), z.uuid()]).nullable() });

/** From now on this session acts for one of the person's organisations, or for the person alone again. */
export const actFor = describeAction(
  { name: 'people.act-for', input: ActFor, permission: onActingFor.act, repeat: 'safe' },
  async (context, { organisationId }): Promise<void> => {
    authorize(onActingFor.act, context.actor, { organisationId });
    if (context.actor.kind !== 'person' || !context.actor.sessionId)
      throw new Refusal('platform.sign-in-first', { kind: 'sign-in' });
    await saveActingFor(context, { ...context.actor, sessionId: context.actor.sessionId }, organisationId);
  },
);
