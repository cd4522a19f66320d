import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { atDesk, type Community, type HomeItem } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { asListed, type ListedNeed, publicNeeds } from './listed.ts';
import { offersOf, type ShownOffer } from './offers/queries.ts';

const WEEK_MS = 7 * 86_400_000;

/** What hangs on the notice board this week. */
export interface Week {
  readonly community: Community;
  readonly from: Date;
  readonly to: Date;
  readonly raised: readonly ListedNeed[];
  readonly moved: readonly {
    readonly number: number;
    readonly title: string;
    readonly locale: string;
    readonly state: string;
    readonly words: string;
  }[];
  readonly offers: readonly ShownOffer[];
}

/** Raised, moved and offered in the last seven days. */
export async function showWeek(context: Context, slug: string): Promise<Week> {
  const community = await findCommunity(context.db, slug);
  authorize(atDesk.open, context.actor, community);
  const from = new Date(context.now.getTime() - WEEK_MS);
  const raised = await publicNeeds(context, community.id)
    .where('n.raisedAt', '>', from)
    .orderBy('n.number', 'desc')
    .limit(30)
    .execute();
  const moved = await context.db
    .selectFrom('needs.stateChange as s')
    .innerJoin('needs.need as n', (join) =>
      join.onRef('n.communityId', '=', 's.communityId').onRef('n.id', '=', 's.needId'),
    )
    .innerJoin('needs.publicationConsent as c', (join) =>
      join.onRef('c.communityId', '=', 'n.communityId').onRef('c.needId', '=', 'n.id').on('c.answer', '=', 'yes'),
    )
    .select(['n.number', 'n.title', 'n.locale', 's.state', 's.words'])
    .where('s.communityId', '=', community.id)
    .where('s.changedAt', '>', from)
    .where('s.state', '<>', 'raised')
    .orderBy('s.id', 'desc')
    .limit(20)
    .execute();
  const offers = (await offersOf(context, community.id, {})).filter(({ offeredAt }) => offeredAt > from);
  return { community, from, to: context.now, raised: asListed(context, community.id, raised), moved, offers };
}

/** The newest needs of a week, for the front page. */
export async function raisedThisWeek(context: Context, { id, slug }: Community): Promise<HomeItem[]> {
  const rows = await publicNeeds(context, id)
    .where('n.raisedAt', '>', new Date(context.now.getTime() - WEEK_MS))
    .orderBy('n.number', 'desc')
    .limit(6)
    .execute();
  const { language } = context;
  return asListed(context, id, rows).map(({ number, title, locale, place, supporters, hands }) => ({
    href: `/c/${slug}/needs/${number}`,
    title,
    locale,
    note: [place && language.show(place, locale), language.say('needs.behind', { count: supporters + hands })]
      .filter(Boolean)
      .join(' · '),
  }));
}
