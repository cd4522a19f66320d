import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { atDesk } from '../../permissions.ts';
import { EndHelpLine, EnterHelpLine } from '../../words.ts';
import { signedIn } from '../signed-in.ts';
import { findCommunity } from './find-community.ts';
import { closeHelpLine, saveHelpLine } from './store.ts';

/** Writes down where to turn when it can't wait. */
export const enterHelpLine = describeAction(
  { name: 'communities.enter-help-line', input: EnterHelpLine, permission: atDesk.describe, repeat: 'once' },
  async (context, { slug, ...line }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(atDesk.describe, context.actor, { id });
    await saveHelpLine(context, id, { ...line, enteredBy: signedIn(context) });
    context.announce({ kind: 'communities.help-line-entered', communityId: id });
  },
);

/** Takes a help line off the page; the record of it stays. */
export const endHelpLine = describeAction(
  { name: 'communities.end-help-line', input: EndHelpLine, permission: atDesk.describe, repeat: 'safe' },
  async (context, { slug, helpLineId }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(atDesk.describe, context.actor, { id });
    await closeHelpLine(context, id, helpLineId);
    context.announce({ kind: 'communities.help-line-ended', communityId: id });
  },
);
