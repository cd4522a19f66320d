import { z } from 'zod';
import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { atDesk } from '../../permissions.ts';
import { InCommunity } from '../../words.ts';
import { findCommunity } from '../community/find-community.ts';
import { markUndone, removeUnanswered } from './store.ts';

const UndoList = InCommunity.extend({ listId: z.uuid() });

/** Takes a whole list back: unanswered invitations are deleted, who came by it stays. */
export const undoList = describeAction(
  { name: 'communities.undo-list', input: UndoList, permission: atDesk.invite, repeat: 'safe' },
  async (context, { slug, listId }): Promise<{ removed: number }> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(atDesk.invite, context.actor, { id });
    const undone = await markUndone(context, id, { id: listId, by: personOf(context.actor) ?? null });
    if (!undone) throw notFound();
    return { removed: await removeUnanswered(context, id, listId) };
  },
);
