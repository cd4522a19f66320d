import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { onNotices } from '../permissions.ts';
import { LeaveMail } from '../words.ts';
import { savePreference } from './store.ts';

/** The one-click way out printed under every mail: no sign-in, no question. */
export const leaveMail = describeAction(
  { name: 'messages.leave-mail', input: LeaveMail, permission: onNotices.leave, repeat: 'safe' },
  async (context, input) => {
    authorize(onNotices.leave, context.actor, { personId: undefined });
    const found = await context.db
      .selectFrom('messages.preference')
      .select('personId')
      .where('personId', '=', input.personId)
      .where('wayOut', '=', input.wayOut)
      .executeTakeFirst();
    if (!found) throw notFound();
    await savePreference(context, found.personId, 'none');
  },
);
