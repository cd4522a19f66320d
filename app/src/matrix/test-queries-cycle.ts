import * as gatherings from '#rooms/gatherings/server/index.ts';
import { forumOf } from './test-examples-cycle.ts';
import { callOf } from './test-examples-gatherings.ts';
import type { Query } from './test-queries.ts';
import { SLUG, type Town } from './test-town.ts';

/** A forum at whose free table ruža sits, who shows her name only inside; her idea lies there. */
async function sitting(town: Town) {
  const at = await forumOf(town);
  await town.as('ruza', gatherings.chooseTable, { ...at, table: 1 });
  await town.as('ruza', gatherings.writeIdea, { ...at, table: 1, text: 'Bunar', locale: 'sr-Latn', named: 'yes' });
  return at;
}

/** Every query of a forum cycle that takes a context, and whom it answers. */
export const cycleQueries: Readonly<Record<string, Query>> = {
  'gatherings.listCycles': {
    for: 'public',
    ask: async (context, _, town) => {
      await sitting(town);
      return gatherings.listCycles(context, { slug: SLUG });
    },
  },
  'gatherings.showCycle': {
    for: 'public',
    ask: async (context, _, town) => gatherings.showCycle(context, await sitting(town)),
  },
  'gatherings.showTable': {
    for: 'public',
    ask: async (context, _, town) => gatherings.showTable(context, { ...(await sitting(town)), table: 1 }),
  },
  'gatherings.showCycleDesk': {
    for: 'desk',
    ask: async (context, _, town) => gatherings.showCycleDesk(context, await sitting(town)),
  },
  'gatherings.cycleOfSession': {
    for: 'public',
    ask: async (context, _, town) => {
      const at = await sitting(town);
      const called = { ...callOf(town), kind: 'forum-session' };
      const { number } = await town.as<{ number: number }>('mira', gatherings.callGathering, called);
      await town.as('mira', gatherings.addSession, { ...at, gathering: number });
      const { gathering } = await gatherings.gatheringAt(context, { slug: SLUG, number });
      return gatherings.cycleOfSession(context, gathering);
    },
  },
  'gatherings.deskOfCycles': {
    for: 'public',
    ask: async (context, _, town) => {
      const { place } = await gatherings.listCycles(context, await forumOf(town));
      return gatherings.deskOfCycles(context, place);
    },
  },
  'gatherings.showCycleForm': { for: 'desk', ask: (context) => gatherings.showCycleForm(context, SLUG) },
};
