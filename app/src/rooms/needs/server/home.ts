import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Community, Home, HomeItem } from '#rooms/communities/index.ts';
import { countWaiting } from './desk.ts';
import { countUnanswered, hasAnswer } from './private/queries.ts';
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
  if (await hasAnswer(context, id)) now.push({ href: `/c/${slug}/needs/private`, title: say('needs.home.answer') });
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

/** The places of this room at the desk. */
export function deskOfNeeds(context: Context, { slug }: Community): HomeItem[] {
  const { say } = context.language;
  const root = `/c/${slug}/desk`;
  return [
    { href: `${root}/hall-sheet`, title: say('needs.sheet.title'), note: say('needs.sheet.note') },
    { href: `${root}/needs`, title: say('needs.desk.title'), note: say('needs.desk.note') },
    { href: `${root}/week`, title: say('needs.week.title'), note: say('needs.week.note') },
    { href: `${root}/first-evening`, title: say('needs.evening.title'), note: say('needs.evening.note') },
  ];
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
