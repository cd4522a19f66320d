import { sql } from 'kysely';
import type { House } from '#platform/house.ts';
import { readSetting, writeSetting } from '#platform/setting.ts';
import { quoted, readTables } from '#platform/whole/catalogue.ts';
import { seedCommitments } from '#rooms/commitments/seed.ts';
import { seedCommunities } from '#rooms/communities/seed.ts';
import { seedDecisions } from '#rooms/decisions/seed.ts';
import { seedMissingVoice } from '#rooms/decisions/seed-missing-voice.ts';
import { seedForum } from '#rooms/forum/seed.ts';
import { seedForumCycle } from '#rooms/gatherings/seed-cycle.ts';
import { seedEvents } from '#rooms/gatherings/seed-events.ts';
import { seedNeeds } from '#rooms/needs/seed.ts';
import { seedPeople } from '#rooms/people/seed.ts';
import { seedPractice } from '#rooms/practice/seed.ts';

/**
 * Fills the demo town, room by room, on the first start of a demo. Returns false when it is filled already or the house is
 * real. A first start that was cut off begins again from nothing: no page was open before the town was whole.
 */
export async function seedTown(house: House): Promise<boolean> {
  const { db } = house.database;
  if (!house.settings.demo || (await readSetting(db, 'seeded'))) return false;
  await sweep(house);
  for (const room of seeds) await room(house);
  await writeSetting(db, { key: 'seeded', value: 'yes', at: house.now() });
  return true;
}

/** Each room's part of the town, in the order of the map. */
const seeds: readonly ((house: House) => Promise<void>)[] = [
  seedPeople,
  seedCommunities,
  seedForum,
  seedNeeds,
  seedDecisions,
  seedForumCycle,
  seedCommitments,
  seedPractice,
  seedEvents,
  seedMissingVoice,
];

async function sweep(house: House): Promise<void> {
  const tables = (await readTables(house.database.db)).filter((table) => table.schema !== 'platform');
  if (tables.length > 0) await sql.raw(`truncate ${tables.map(quoted).join(', ')} cascade`).execute(house.database.db);
}
