import { z } from 'zod';
import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { onOwnAccount } from '../../permissions.ts';
import { insistWayIn } from '../account/ways-in.ts';
import { insistPerson } from '../sessions/sign-out.ts';
import { saveRevocation } from './store.ts';

/** Takes one's own card out of use (lost, or made without being asked for). Throws a Refusal when no other way in would be left. */
export const revokeOwnCard = describeAction(
  { name: 'people.revoke-own-card', input: z.object({}), permission: onOwnAccount.change, repeat: 'safe' },
  async (context): Promise<void> => {
    const personId = insistPerson(context);
    authorize(onOwnAccount.change, context.actor, { personId });
    await saveRevocation(context, personId);
    await insistWayIn(context, personId);
  },
);
