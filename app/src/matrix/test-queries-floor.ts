import * as gatherings from '#rooms/gatherings/server/index.ts';
import type { Query } from './test-queries.ts';
import { gatheringIn } from './test-queries-gatherings.ts';

/** Every query of the floor of a gathering that takes a context, and whom it answers. */
export const floorQueries: Readonly<Record<string, Query>> = {
  'gatherings.rememberFloor': {
    for: 'public',
    ask: async (context, _, town) => (await gatherings.rememberFloor(context, await gatheringIn(town))).floor.gathering,
  },
  'gatherings.showLiveFloor': {
    for: 'public',
    ask: async (context, _, town) => gatherings.showLiveFloor(context, await gatheringIn(town)),
  },
  'gatherings.showQuestions': {
    for: 'public',
    ask: async (context, _, town) => gatherings.showQuestions(context, await gatheringIn(town)),
  },
  'gatherings.listQuestions': {
    for: 'public',
    ask: async (context, _, town) => gatherings.listQuestions(context, await gatheringIn(town)),
  },
  'gatherings.showFloorSummary': {
    for: 'public',
    ask: async (context, _, town) => gatherings.showFloorSummary(context, await gatheringIn(town)),
  },
  'gatherings.showModerate': {
    for: 'desk',
    ask: async (context, _, town) => gatherings.showModerate(context, await gatheringIn(town)),
  },
  'gatherings.showSpeakersDesk': {
    for: 'desk',
    ask: async (context, _, town) => gatherings.showSpeakersDesk(context, await gatheringIn(town)),
  },
  'gatherings.showClosing': {
    for: 'public',
    ask: async (context, _, town) => gatherings.showClosing(context, await gatheringIn(town)),
  },
};
