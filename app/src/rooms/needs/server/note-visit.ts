import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { onNeeds } from '../permissions.ts';
import { VISIT_MINUTES } from '../rules.ts';
import { NoteVisit } from '../words.ts';
import { needsSubject } from './find-need.ts';
import { signedIn } from './signed-in.ts';
import { saveVisit } from './store.ts';

/** Remembers that somebody looked at the list, so that next time it says what changed since. */
export const noteVisit = describeAction(
  { name: 'needs.note-visit', input: NoteVisit, permission: onNeeds.note, repeat: 'safe' },
  async (context, { slug }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(onNeeds.note, context.actor, await needsSubject(context, id));
    await saveVisit(context, { personId: signedIn(context), communityId: id, minutes: VISIT_MINUTES });
  },
);
