import type { Room } from '#platform/room.ts';
import { foldable } from '#rooms/moderation/server/index.ts';
import { onForum, onPost, onThread } from '../permissions.ts';
import { forumTables } from '../tables.ts';
import { closeThread } from './close-thread.ts';
import { editPost } from './edit-post.ts';
import { foldablePost } from './foldable-post.ts';
import { followThread } from './follow-thread.ts';
import { forgetPerson } from './forget-person.ts';
import { readThread } from './read-thread.ts';
import { replyInThread } from './reply-in-thread.ts';
import { startThread } from './start-thread.ts';

export { closeThread } from './close-thread.ts';
export { type ImportPolis, importPolis } from './conversations/import-polis.ts';
export { listConversations, showConversation } from './conversations/queries.ts';
export { editPost } from './edit-post.ts';
export { followThread } from './follow-thread.ts';
export { type ListedThread, listThreads, showThread } from './queries.ts';
export { readThread } from './read-thread.ts';
export { renameTalk } from './rename-talk.ts';
export { replyAbout, type SubjectOfTalk } from './reply-about.ts';
export { replyInThread } from './reply-in-thread.ts';
export { showTalk } from './show-talk.ts';
export { showWordings } from './show-wordings.ts';
export { signature } from './shown-posts.ts';
export { startThread } from './start-thread.ts';

foldable(foldablePost);

/** What the house needs of this room. */
export const forumRoom: Room = {
  name: 'forum',
  actions: [startThread, replyInThread, editPost, followThread, readThread, closeThread],
  permissions: [onForum, onThread, onPost],
  listeners: [forgetPerson],
  ticks: [],
  tables: forumTables,
};
