import { showReportFeed, showReportsFeed } from './show-feed.ts';
import type { ReportVillage } from './testing.ts';

/** The feed of the village's report, or of its whole community, as everyone gets it. */
export async function showFeedOf(village: ReportVillage, of: 'report' | 'community' = 'report'): Promise<string> {
  const feed = await village.readsAsNobody((context) =>
    of === 'report' ? showReportFeed(context, village.at) : showReportsFeed(context, village.slug),
  );
  return feed.xml;
}
