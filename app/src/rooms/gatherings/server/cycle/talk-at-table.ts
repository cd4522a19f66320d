import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { replyAbout } from '#rooms/forum/server/index.ts';
import { onCycle } from '../../cycle-permissions.ts';
import { TalkAtTable } from '../../cycle-words.ts';
import { findCycle, tableAt } from './find-cycle.ts';
import { seatedIn } from './tell.ts';

/** Says something in the talk of a table between two sessions; who sits there is told from the beginning. */
export const talkAtTable = describeAction(
  { name: 'gatherings.talk-at-table', input: TalkAtTable, permission: onCycle.say, repeat: 'once' },
  async (context, { table: position, text, locale, ...at }): Promise<{ postId: string }> => {
    const { community, cycle } = await findCycle(context, at);
    const table = await tableAt(context, cycle, position);
    authorize(onCycle.say, context.actor, cycle);
    const subject = {
      kind: 'working-table',
      id: table.id,
      number: table.number,
      title: `${cycle.theme}: ${table.name}`.slice(0, 160),
      locale: cycle.locale,
      page: `gatherings/cycles/${cycle.number}/tables/${position}`,
      followers: await seatedIn(context, cycle, table.id),
    };
    const postId = await replyAbout(context, { community, subject }, { text, locale, pictures: [], pictureWords: '' });
    return { postId };
  },
);
