import { system } from './actor.ts';
import type { Announcement } from './context.ts';
import type { House } from './house.ts';
import type { Listener } from './listeners.ts';
import { runParsed } from './run-action.ts';

/** How many announcements one sweep takes from one community. */
const BATCH = 50;

/**
 * Brings every announcement in the outbox to its listeners, community by community, each listener once.
 * A listener that throws leaves its announcement in the outbox for the next sweep; the others have heard.
 * Returns how many announcements were delivered whole.
 */
export async function deliverAnnouncements(house: House): Promise<number> {
  const waiting = await house.database.db
    .selectFrom('platform.announcement')
    .select('communityId')
    .distinct()
    .where('heardAt', 'is', null)
    .execute();
  let delivered = 0;
  for (const { communityId } of waiting) delivered += await deliverFor(house, communityId);
  return delivered;
}

async function deliverFor(house: House, communityId: string): Promise<number> {
  const batch = await house.database.db
    .selectFrom('platform.announcement')
    .select(['id', 'kind', 'facts', 'announcedAt'])
    .where('communityId', '=', communityId)
    .where('heardAt', 'is', null)
    .orderBy('id')
    .limit(BATCH)
    .execute();
  const listening = house.rooms.flatMap((room) => room.listeners);
  const heard: string[] = [];
  for (const row of batch) {
    const listeners = listening.filter((listener) => listener.hears === row.kind);
    let whole = true;
    for (const listener of listeners) {
      try {
        const { id: announcementId, announcedAt } = row;
        const facts = row.facts as Announcement;
        await hearOnce(house, { communityId, announcementId, announcedAt, listener, facts });
      } catch (error) {
        whole = false;
        console.error(
          JSON.stringify({ at: house.now(), listener: listener.name, kind: row.kind, error: String(error) }),
        );
      }
    }
    if (whole) heard.push(row.id);
  }
  // Each listener has noted that it heard: should this fail, none hears twice.
  if (heard.length > 0)
    await house.database.db
      .updateTable('platform.announcement')
      .set({ heardAt: house.now() })
      .where('communityId', '=', communityId)
      .where('id', 'in', heard)
      .execute();
  return heard.length;
}

/** The claim and what the listener does stand in one transaction: both happen or neither. */
async function hearOnce(
  house: House,
  hearing: {
    communityId: string;
    announcementId: string;
    announcedAt: Date;
    listener: Listener;
    facts: Announcement;
  },
): Promise<void> {
  const { communityId, announcementId, announcedAt, listener, facts } = hearing;
  const asking = { actor: system(listener.name), language: house.languages.source };
  await runParsed(house, asking, {
    name: listener.name,
    run: async (context) => {
      const claimed = await context.db
        .insertInto('platform.hearing')
        .values({ communityId, announcementId, listener: listener.name, heardAt: context.now })
        .onConflict((conflict) => conflict.columns(['communityId', 'announcementId', 'listener']).doNothing())
        .returning('listener')
        .executeTakeFirst();
      if (claimed) await listener.hear(context, facts, announcedAt);
    },
  });
}
