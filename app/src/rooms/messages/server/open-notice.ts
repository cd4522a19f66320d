import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { onNotices } from '../permissions.ts';
import { OpenNotice } from '../words.ts';
import { saveOpened } from './store.ts';

/** One of my notices is opened: it is read, and says where it leads. Throws a Refusal `not-found` for anybody else's. */
export const openNotice = describeAction(
  { name: 'messages.open-notice', input: OpenNotice, permission: onNotices.read, repeat: 'safe' },
  async (context, { id }): Promise<{ href: string }> => {
    const personId = personOf(context.actor);
    authorize(onNotices.read, context.actor, { personId });
    const opened = personId ? await saveOpened(context, personId, id) : undefined;
    if (!opened) throw notFound();
    return opened;
  },
);
