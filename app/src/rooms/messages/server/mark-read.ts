import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { authorize } from '#platform/permissions.ts';
import { onNotices } from '../permissions.ts';
import { MarkRead } from '../words.ts';
import { saveReading } from './store.ts';

/** My notices are read, up to the newest one the page showed. */
export const markRead = describeAction(
  { name: 'messages.mark-read', input: MarkRead, permission: onNotices.read, repeat: 'safe' },
  async (context, input) => {
    const personId = personOf(context.actor);
    authorize(onNotices.read, context.actor, { personId });
    if (personId) await saveReading(context, personId, input.upTo);
  },
);
