import * as gatherings from '#rooms/gatherings/server/index.ts';
import { called } from './test-examples-gatherings.ts';
import type { Query } from './test-queries.ts';
import { SLUG, type Town } from './test-town.ts';

const slug = SLUG;

/** A gathering of the town and how its address calls it. */
export async function gatheringIn(town: Town): Promise<{ slug: string; number: number; gatheringId: string }> {
  const { gatheringId } = await called(town);
  const { number } = await town.db
    .selectFrom('gatherings.gathering')
    .select('number')
    .where('id', '=', gatheringId)
    .executeTakeFirstOrThrow();
  return { slug, number, gatheringId };
}

/** Every query of calling people together that takes a context, and whom it answers. */
export const gatheringsQueries: Readonly<Record<string, Query>> = {
  'gatherings.gatheringAt': {
    for: 'public',
    ask: async (context, _, town) => gatherings.gatheringAt(context, await gatheringIn(town)),
  },
  'gatherings.listGatherings': { for: 'public', ask: (context) => gatherings.listGatherings(context, { slug }) },
  'gatherings.homeOfGatherings': {
    for: 'public',
    ask: async (context, _, town) => {
      const { community } = await gatherings.gatheringAt(context, await gatheringIn(town));
      return gatherings.homeOfGatherings(context, community);
    },
  },
  'gatherings.showGathering': {
    for: 'public',
    ask: async (context, _, town) => gatherings.showGathering(context, await gatheringIn(town)),
  },
  'gatherings.calendarOfGathering': {
    for: 'public',
    ask: async (context, _, town) => gatherings.calendarOfGathering(context, await gatheringIn(town)),
  },
  'gatherings.calendarOfCommunity': {
    for: 'public',
    ask: (context) => gatherings.calendarOfCommunity(context, slug),
  },
  'gatherings.showCallForm': { for: 'desk', ask: (context) => gatherings.showCallForm(context, slug) },
  'gatherings.showRevisionForm': {
    for: 'desk',
    ask: async (context, _, town) => gatherings.showRevisionForm(context, await gatheringIn(town)),
  },
  'gatherings.showRolesOfGathering': {
    for: 'desk',
    ask: async (context, _, town) => gatherings.showRolesOfGathering(context, await gatheringIn(town)),
  },
};
