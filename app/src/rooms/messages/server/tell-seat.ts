import type { Announcement, Context } from '#platform/context.ts';
import type { Listener } from '#platform/listeners.ts';
import { communityById } from '#rooms/communities/server/index.ts';
import { notify } from './notify.ts';

/** What is heard later than this (an import, the demo's half year) is no news any more. */
const NEWS_DAYS = 7;

interface Told {
  readonly kind: string;
  readonly facts?: Readonly<Record<string, string>>;
  /** Where it leads, below the community's address. */
  readonly path: string;
}

/** Tells the person whom it is about; `told` says what, or that there is nothing to tell. */
const tellOf = (
  name: string,
  hears: string,
  told: (announcement: Announcement, context: Context) => Told | undefined | Promise<Told | undefined>,
): Listener => ({
  name,
  hears,
  async hear(context, announcement, announcedAt = context.now) {
    const { communityId, personId } = announcement;
    if (!communityId || typeof personId !== 'string') return;
    if (context.now.getTime() - announcedAt.getTime() > NEWS_DAYS * 86_400_000) return;
    const notice = await told(announcement, context);
    if (!notice) return;
    const { slug } = await communityById(context.db, communityId);
    const { path, ...what } = notice;
    const about = `${communityId}:${what.kind}`;
    await notify(context, [personId], { communityId, ...what, href: `/c/${slug}${path}`, about, mail: 'soon' });
  },
});

const role = (announcement: Announcement) => ({ role: String(announcement['role']) });

/** Let in, declined, given a role, a role ended: whom it concerns is told, unless they did it themselves. */
export const tellSeat: readonly Listener[] = [
  tellOf('messages.tell-let-in', 'communities.member-joined', ({ how }) =>
    how === 'approved' ? { kind: 'messages.let-in', path: '' } : undefined,
  ),
  tellOf('messages.tell-declined', 'communities.join-declined', async ({ communityId, requestId }, context) => {
    const { answerWords } = await context.db
      .selectFrom('communities.joinRequest')
      .select('answerWords')
      .where('communityId', '=', String(communityId))
      .where('id', '=', String(requestId))
      .executeTakeFirstOrThrow();
    const kind = answerWords ? 'messages.declined-why' : 'messages.declined';
    const facts: Readonly<Record<string, string>> = answerWords ? { words: answerWords } : {};
    return { kind, facts, path: '' };
  }),
  tellOf('messages.tell-card', 'communities.card-reprinted', () => ({
    kind: 'messages.card-reprinted',
    path: '/seat',
  })),
  tellOf('messages.tell-role-granted', 'communities.role-granted', (announcement) => ({
    kind: 'messages.role-granted',
    facts: role(announcement),
    path: '/who',
  })),
  tellOf('messages.tell-role-ended', 'communities.role-ended', (announcement) =>
    announcement['own'] === true
      ? undefined
      : { kind: 'messages.role-ended', facts: role(announcement), path: '/members' },
  ),
];
