import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { may } from '#platform/permissions.ts';
import type { Community, Home, HomeItem } from '#rooms/communities/index.ts';
import { onModeration } from '../permissions.ts';
import { thingsOf } from './find-thing.ts';

/** For the desk: what waits for a word of theirs, on a community's front page. */
export const homeOfModeration = async (context: Context, community: Community): Promise<Partial<Home>> => ({
  now: await hurtsWaitingForMe(context, community),
});

/** Reports, folds without a second and appeals that this reader may decide; nothing for those who don't sit at the desk. */
export async function hurtsWaitingForMe(context: Context, { id, slug }: Community): Promise<HomeItem[]> {
  if (!may(onModeration.sitAtDesk, context.actor, { communityId: id })) return [];
  const me = personOf(context.actor) ?? null;
  const count = (await reportedByOthers(context, id, me)) + (await foldsForMe(context, id, me));
  if (count === 0) return [];
  const { say } = context.language;
  const note = say('moderation.desk.lead');
  return [{ href: `/c/${slug}/desk/forum`, title: say('moderation.home.waiting', { count }), note }];
}

/** How many things are reported that this reader did not write. */
async function reportedByOthers(context: Context, communityId: string, me: string | null): Promise<number> {
  const rows = await context.db
    .selectFrom('moderation.report')
    .select(['kind as about', 'subjectId as id'])
    .distinct()
    .where('communityId', '=', communityId)
    .where('answeredAt', 'is', null)
    .limit(200)
    .execute();
  const thingOf = await thingsOf(context, communityId, rows);
  return rows.filter((row) => {
    const thing = thingOf(row);
    return thing && (thing.authorId === null || thing.authorId !== me);
  }).length;
}

async function foldsForMe({ db }: Context, communityId: string, me: string | null): Promise<number> {
  const { count } = await db
    .selectFrom('moderation.fold as f')
    .leftJoin('moderation.appeal as a', (join) =>
      join.onRef('a.communityId', '=', 'f.communityId').onRef('a.foldId', '=', 'f.id'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('f.communityId', '=', communityId)
    .where('f.unfoldedAt', 'is', null)
    .where('f.authorId', 'is distinct from', me)
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
  return Number(count);
}

/** The place of this room at the desk. */
export function deskOfModeration({ language }: Context, { slug }: Community): HomeItem[] {
  const { say } = language;
  return [{ href: `/c/${slug}/desk/forum`, title: say('moderation.desk.title'), note: say('moderation.desk.lead') }];
}
