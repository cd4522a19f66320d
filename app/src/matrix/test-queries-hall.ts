import * as gatherings from '#rooms/gatherings/server/index.ts';
import type { Query } from './test-queries.ts';
import { gatheringIn } from './test-queries-gatherings.ts';

/** Every query of the hall that takes a context, and whom it answers. */
export const hallQueries: Readonly<Record<string, Query>> = {
  'gatherings.showHallForDevice': {
    for: 'desk',
    ask: async (context, _, town) => gatherings.showHallForDevice(context, await gatheringIn(town)),
  },
};
