import type { Context } from '#platform/context.ts';
import { may } from '#platform/permissions.ts';
import type { Home, HomeItem } from '../home-words.ts';
import { atDesk } from '../permissions.ts';
import type { Community } from '../words.ts';

/** What of this room needs the reader now: at the desk, who asks to come in and which roles wait. */
export async function homeOfCommunity(context: Context, { id, slug }: Community): Promise<Partial<Home>> {
  if (context.actor.kind !== 'person' || !may(atDesk.open, context.actor, { id })) return {};
  const { say } = context.language;
  const [requests, changes] = await Promise.all([countRequests(context, id), countChanges(context, id)]);
  const now: HomeItem[] = [];
  const href = `/c/${slug}/members`;
  if (requests > 0)
    now.push({
      href,
      title: say('communities.home.requests', { count: requests }),
      note: say('communities.home.requests-note'),
    });
  if (changes > 0) now.push({ href, title: say('communities.home.changes', { count: changes }) });
  return { now };
}

async function countRequests(context: Context, communityId: string): Promise<number> {
  const { count } = await context.db
    .selectFrom('communities.joinRequest')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('communityId', '=', communityId)
    .where('answeredAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function countChanges(context: Context, communityId: string): Promise<number> {
  const { count } = await context.db
    .selectFrom('communities.roleChange')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('communityId', '=', communityId)
    .where('closedAt', 'is', null)
    .where('change', '<>', 'recall')
    .executeTakeFirstOrThrow();
  return Number(count);
}
