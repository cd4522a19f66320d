import type { Context } from '#platform/context.ts';
import type { Community } from '#rooms/communities/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import type { FoundNeed } from '../find-need.ts';
import { saveReportsAnswered } from './store-reports.ts';

/** What was decided on a need that people had reported. */
interface Decided {
  readonly community: Community;
  readonly need: FoundNeed;
  readonly by: string;
  readonly outcome: 'folded' | 'stands';
}

/** Answers the reports that wait on a need: whoever made one learns what became of it, by the need's number only. */
export async function tellReporters(context: Context, { community, need, by, outcome }: Decided): Promise<void> {
  const reporters = await saveReportsAnswered(context, need, { by, outcome });
  await notify(context, reporters, {
    communityId: community.id,
    kind: outcome === 'folded' ? 'needs.report-folded' : 'needs.report-stands',
    facts: { number: String(need.number) },
    href: `/c/${community.slug}/needs/${need.number}`,
    about: need.id,
  });
}
