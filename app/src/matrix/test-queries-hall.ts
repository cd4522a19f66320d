import * as gatherings from '#rooms/gatherings/server/index.ts';
import type { Query } from './test-queries.ts';
import { SLUG, type Town } from './test-town.ts';

/** A hall with somebody on the list, and minutes that were not laid before anybody. */
async function recorded(town: Town): Promise<{ slug: string; number: number }> {
  const happenedAt = '2026-11-01T10:00:00Z';
  const { gatheringId } = await inHall(
    town,
    {
      key: '7e57ab1e-0000-4000-8000-000000000201',
      happenedAt,
      kind: 'attendance',
      name: 'Tajna gošća',
      present: 'yes',
    },
    {
      key: '7e57ab1e-0000-4000-8000-000000000202',
      happenedAt,
      kind: 'minutes',
      locale: 'sr-Latn',
      text: 'Tajna beleška',
    },
  );
  const { number } = await town.db
    .selectFrom('gatherings.gathering')
    .select('number')
    .where('id', '=', gatheringId)
    .executeTakeFirstOrThrow();
  return { slug: SLUG, number };
}

import { inHall } from './test-examples-hall.ts';

/** Every query of the hall that takes a context, and whom it answers. */
export const hallQueries: Readonly<Record<string, Query>> = {
  'gatherings.showHallForDevice': {
    for: 'desk',
    ask: async (context, _, town) => gatherings.showHallForDevice(context, await recorded(town)),
  },
  'gatherings.showHall': {
    for: 'public',
    ask: async (context, _, town) => gatherings.showHall(context, await recorded(town)),
  },
};
