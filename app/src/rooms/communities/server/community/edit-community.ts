import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { writeSearchEntry } from '#platform/search.ts';
import { atDesk } from '../../permissions.ts';
import { EditCommunity } from '../../words.ts';
import { findCommunity } from './find-community.ts';
import { saveDescription } from './store.ts';

/** Writes how a community describes itself; its address stays. */
export const editCommunity = describeAction(
  { name: 'communities.edit-community', input: EditCommunity, permission: atDesk.describe, repeat: 'safe' },
  async (context, { slug, ...description }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(atDesk.describe, context.actor, { id });
    await saveDescription(context, id, description);
    const text = `${description.englishName ?? ''} ${description.place}`;
    await writeSearchEntry(context, {
      communityId: id,
      kind: 'community',
      id,
      path: '',
      audience: 'public',
      title: description.name,
      text,
      locale: description.locale,
    });
    context.announce({ kind: 'communities.community-described', communityId: id });
  },
);
