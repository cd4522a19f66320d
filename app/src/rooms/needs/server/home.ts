import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Community, Home, HomeItem } from '#rooms/communities/index.ts';
import { countWaiting } from './desk.ts';
import { countUnanswered } from './private/queries.ts';
import { raisedThisWeek } from './week.ts';

/** What people raised this week, and what of the needs waits for this reader. */
export async function homeOfNeeds(context: Context, community: Community): Promise<Partial<Home>> {
  const raised = await raisedThisWeek(context, community);
  if (context.actor.kind !== 'person') return { raised };
  return { raised, now: await waitsForMe(context, community) };
}

/** For the desk and for keepers: what waits for a yes or for an answer; for everyone: needs of mine that are asked about. */
export async function waitsForMe(context: Context, { id, slug }: Community): Promise<HomeItem[]> {
  const { say } = context.language;
  const now: HomeItem[] = [];
  const told = await countUnanswered(context, id);
  if (told > 0) now.push({ href: `/c/${slug}/needs/private`, title: say('needs.home.private', { count: told }) });
  const waiting = await countWaiting(context, id);
  if (waiting > 0)
    now.push({
      href: `/c/${slug}/desk/needs`,
      title: say('needs.home.waiting', { count: waiting }),
      note: say('needs.home.waiting-note'),
    });
  for (const { number, title, locale } of await askedOfMe(context, id))
    now.push({ href: `/c/${slug}/needs/${number}#again`, title, locale, note: say('needs.home.again') });
  return now;
}

function askedOfMe(context: Context, communityId: string) {
  return context.db
    .selectFrom('needs.askingAgain as a')
    .innerJoin('needs.need as n', (join) =>
      join.onRef('n.communityId', '=', 'a.communityId').onRef('n.id', '=', 'a.needId'),
    )
    .select(['n.number', 'n.title', 'n.locale'])
    .where('a.communityId', '=', communityId)
    .where('a.answeredAt', 'is', null)
    .where('n.raisedBy', '=', personOf(context.actor) ?? null)
    .orderBy('a.askedAt')
    .limit(3)
    .execute();
}
