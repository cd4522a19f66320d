import { type Actor, hasRole, personOf } from '#platform/actor.ts';
import { abilities, type PermissionTable } from '#platform/permissions.ts';
import { type Circle, inCircle } from '#rooms/communities/index.ts';
import { abilitiesOnThings } from '#rooms/moderation/index.ts';

/** The forum of a community, with what its charter says about starting threads. */
export interface ForumSubject {
  readonly communityId: string;
  readonly startThread: Circle;
}

const seated = ['member', 'facilitator', 'steward', 'teller', 'official', 'observer'] as const;
const sits = (actor: Actor, { communityId }: { communityId: string }) => hasRole(actor, communityId, ...seated);
const desk = (actor: Actor, { communityId }: { communityId: string }) =>
  hasRole(actor, communityId, 'facilitator', 'steward');

export const onForum = {
  read: { sentence: 'forum.permission.read', who: ['anyone'], holds: () => true },
  start: {
    sentence: 'forum.permission.start',
    who: ['member'],
    holds: (actor, subject) => inCircle(actor, subject.communityId, subject.startThread),
  },
  bring: { sentence: 'forum.permission.bring', who: ['facilitator', 'steward'], holds: desk },
} satisfies PermissionTable<ForumSubject>;

/** One thread. */
export interface ThreadSubject {
  readonly communityId: string;
}

export const onThread = {
  reply: { sentence: 'forum.permission.reply', who: [...seated], holds: sits },
  follow: { sentence: 'forum.permission.follow', who: ['person'], holds: (actor) => actor.kind === 'person' },
  close: { sentence: 'forum.permission.close', who: ['facilitator', 'steward'], holds: desk },
} satisfies PermissionTable<ThreadSubject>;

/** What the reader may do in a thread and with its posts. */
export const abilitiesInThread = (actor: Actor, communityId: string) => ({
  ...abilities(onThread, actor, { communityId }),
  ...abilitiesOnThings(actor, { communityId }),
});

/** One post, or what happened to it. */
export interface PostSubject {
  readonly communityId: string;
  readonly authorId: string;
}

const author = (actor: Actor, { authorId }: PostSubject) => personOf(actor) === authorId;

export const onPost = {
  edit: { sentence: 'forum.permission.edit', who: ['person'], holds: author },
} satisfies PermissionTable<PostSubject>;
