import type { Context } from '#platform/context.ts';
import { type FeedEntry, renderAtom } from '#platform/document/to-atom.ts';
import { notFound } from '#platform/refusal.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import type { AtReport } from '../../report-words.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import { entriesOf } from './entries.ts';
import { gatherRecords } from './gather-records.ts';
import { recordsAt } from './show-report.ts';

/** Reports a community's feed looks through, the newest. */
const MOST_REPORTS = 20;
const MOST_ENTRIES = 50;

/** A feed as it goes out, and the community whose pages it belongs to. */
export interface ShownFeed {
  readonly communityId: string;
  readonly xml: string;
}

/** The feed of one public report. Throws `report.not-yet` (not found) while it is none. */
export async function showReportFeed(context: Context, at: AtReport): Promise<ShownFeed> {
  const { language, settings } = context;
  const { found, records } = await recordsAt(context, at);
  if (!records.publishedAt) throw notFound('report.not-yet');
  const { community, gathering } = found;
  const href = `${settings.origin}/c/${community.slug}/gatherings/${gathering.number}/report`;
  const xml = renderAtom({
    id: `${href}.atom`,
    title: language.say('report.feed.published', { theme: language.show(gathering.theme, gathering.locale) }),
    lang: language.locale,
    href,
    self: `${href}.atom`,
    author: language.show(community.name, community.locale),
    since: records.publishedAt,
    entries: entriesOf(records, language, settings.origin),
  });
  return { communityId: community.id, xml };
}

/** The feed of all public reports of a community: each when it came out, and what came later. */
export async function showReportsFeed(context: Context, slug: string): Promise<ShownFeed> {
  const { language, settings } = context;
  const community = await findCommunity(context.db, slug);
  const rows = await context.db
    .selectFrom('gatherings.reportPublishing as p')
    .innerJoin('gatherings.gathering as g', (join) =>
      join.onRef('g.communityId', '=', 'p.communityId').onRef('g.id', '=', 'p.gatheringId'),
    )
    .select('g.number')
    .where('p.communityId', '=', community.id)
    .where('p.withdrawnAt', 'is', null)
    .where('g.audience', '=', 'public')
    .orderBy('p.publishedAt', 'desc')
    .limit(MOST_REPORTS)
    .execute();
  const entries: FeedEntry[] = [];
  for (const { number } of rows) {
    const found = await gatheringAt(context, { slug, number });
    entries.push(...entriesOf(await gatherRecords(context, found), language, settings.origin));
  }
  const home = `${settings.origin}/c/${community.slug}`;
  const name = language.show(community.name, community.locale);
  const xml = renderAtom({
    id: `${home}/reports.atom`,
    title: language.say('report.feed.all', { name }),
    lang: language.locale,
    href: `${home}/gatherings`,
    self: `${home}/reports.atom`,
    author: name,
    since: community.foundedAt,
    entries: entries.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MOST_ENTRIES),
  });
  return { communityId: community.id, xml };
}
