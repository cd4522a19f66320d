import type { Context } from '#platform/context.ts';
import * as gatherings from '#rooms/gatherings/server/index.ts';
import { comingOwner } from './test-examples-coming.ts';
import type { Query } from './test-queries.ts';
import { SLUG, type Town } from './test-town.ts';

const slug = SLUG;

/** The gathering to which owner comes. */
async function there(town: Town): Promise<{ slug: string; number: number }> {
  const { gatheringId } = await comingOwner(town);
  const { number } = await town.db
    .selectFrom('gatherings.gathering')
    .select('number')
    .where('id', '=', String(gatheringId))
    .executeTakeFirstOrThrow();
  return { slug, number };
}

/** What owner needs is theirs to read; in the words of this test it is a secret of the desk. */
const withoutNeeds = async (context: Context, town: Town) => {
  const { coming, ...page } = await gatherings.showRegistration(context, await there(town));
  return { ...page, coming: { ...coming, mine: coming.mine && { ...coming.mine, wishes: null } } };
};

/** Every query of coming that takes a context, and whom it answers. */
export const comingQueries: Readonly<Record<string, Query>> = {
  'gatherings.showRegistration': { for: 'public', ask: (context, _, town) => withoutNeeds(context, town) },
  'gatherings.comingOf': {
    for: 'public',
    ask: async (context, _, town) => {
      const { gathering } = await gatherings.gatheringAt(context, await there(town));
      const { mine, ...coming } = await gatherings.comingOf(context, gathering);
      return { ...coming, mine: mine && { ...mine, wishes: null } };
    },
  },
  'gatherings.showComing': {
    for: 'desk',
    ask: async (context, _, town) => gatherings.showComing(context, await there(town)),
  },
};
