import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { onNeeds } from '../permissions.ts';
import { GroupNeeds } from '../words.ts';
import { needsSubject } from './find-need.ts';
import { saveTheme, saveThemeOf } from './store.ts';

/** Puts needs under one theme, or takes them out of theirs. */
export const groupNeeds = describeAction(
  { name: 'needs.group-needs', input: GroupNeeds, permission: onNeeds.group, repeat: 'safe' },
  async (context, { slug, numbers, theme }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(onNeeds.group, context.actor, await needsSubject(context, id));
    const themeId = theme ? await saveTheme(context, id, theme) : null;
    await saveThemeOf(context, { communityId: id, numbers }, themeId);
    context.announce({ kind: 'needs.needs-grouped', communityId: id, themeId });
  },
);
