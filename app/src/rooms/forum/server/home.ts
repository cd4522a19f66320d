import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { may } from '#platform/permissions.ts';
import type { Community, Home, HomeItem } from '#rooms/communities/index.ts';
import { onThread } from '../permissions.ts';

/** What of the talk stands on a community's front page: for the desk, the posts that wait for a word of theirs. */
export const homeOfForum = async (context: Context, community: Community): Promise<Partial<Home>> => ({
  now: await postsWaitingForMe(context, community),
});

/** Reports, folds without a second and appeals that this reader may decide; nothing for those who don't sit at the desk. */
export async function postsWaitingForMe(context: Context, { id, slug }: Community): Promise<HomeItem[]> {
  if (!may(onThread.fold, context.actor, { communityId: id })) return [];
  const me = personOf(context.actor) ?? null;
  const reported = await context.db
    .selectFrom('forum.report as r')
    .innerJoin('forum.post as p', (join) =>
      join.onRef('p.communityId', '=', 'r.communityId').onRef('p.id', '=', 'r.postId'),
    )
    .select((eb) => eb.fn.count<number>('r.postId').distinct().as('count'))
    .where('r.communityId', '=', id)
    .where('r.answeredAt', 'is', null)
    .where('p.authorId', 'is distinct from', me)
    .executeTakeFirstOrThrow();
  const folded = await context.db
    .selectFrom('forum.fold as f')
    .innerJoin('forum.post as p', (join) =>
      join.onRef('p.communityId', '=', 'f.communityId').onRef('p.id', '=', 'f.postId'),
    )
    .leftJoin('forum.appeal as a', (join) =>
      join.onRef('a.communityId', '=', 'f.communityId').onRef('a.foldId', '=', 'f.id'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('f.communityId', '=', id)
    .where('f.unfoldedAt', 'is', null)
    .where('p.authorId', 'is distinct from', me)
    .where('f.foldedBy', 'is distinct from', me)
    .where((eb) =>
      eb.or([
        eb('f.secondedAt', 'is', null),
        eb.and([
          eb('a.madeAt', 'is not', null),
          eb('a.answeredAt', 'is', null),
          eb('f.secondedBy', 'is distinct from', me),
        ]),
      ]),
    )
    .executeTakeFirstOrThrow();
  const count = Number(reported.count) + Number(folded.count);
  const { say } = context.language;
  return count === 0
    ? []
    : [{ href: `/c/${slug}/desk/forum`, title: say('forum.home.waiting', { count }), note: say('forum.desk.lead') }];
}

/** The place of this room at the desk. */
export function deskOfForum(context: Context, { slug }: Community): HomeItem[] {
  const { say } = context.language;
  return [{ href: `/c/${slug}/desk/forum`, title: say('forum.desk.title'), note: say('forum.desk.lead') }];
}
