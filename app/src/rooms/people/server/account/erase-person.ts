import { z } from 'zod';
import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { onOwnAccount } from '../../permissions.ts';
import { insistPerson } from '../sessions/sign-out.ts';
import { insistAtTable } from './find-person.ts';
import { saveErasure } from './store.ts';

/** The form says "yes" by its own box, so that no stray press erases anybody. */
export const ErasePerson = z.object({ sure: z.literal('yes', 'people.invalid.sure') });

/**
 * Erases the person who asks: name, addresses, sessions, passkeys, cards and codes are gone at once. What they gave to a
 * community stays under "a former member". Other rooms hear `people.person-erased` and let go of what they hold.
 */
export const erasePerson = describeAction(
  { name: 'people.erase-person', input: ErasePerson, permission: onOwnAccount.erase, repeat: 'safe' },
  async (context): Promise<void> => {
    const personId = insistPerson(context);
    authorize(onOwnAccount.erase, context.actor, { personId });
    await insistAtTable(context, personId);
    await saveErasure(context, personId);
    context.announce({ kind: 'people.person-erased', personId });
  },
);
