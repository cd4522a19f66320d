import { join } from 'node:path';
import type { Env } from '#env';
import { appDir } from '#platform/app-dir.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openDatabase } from '#platform/database/open.ts';
import type { House } from '#platform/house.ts';
import { readCatalogues } from '#platform/language/catalogues.ts';
import { makeLanguages } from '#platform/language/language.ts';
import { openOutgoing } from '#platform/outgoing/open.ts';
import { demoOrReal } from '#platform/setting.ts';
import { allRooms } from '#rooms/all.ts';

const DAY = 86_400_000;

/**
 * Opens everything one process needs: database (migrated), languages, the way out, the rooms.
 * Throws an Error with one clear line when a setting or the data folder does not allow it.
 */
export async function openHouse(env: Env): Promise<House> {
  const database = await openDatabase({
    dataDir: env.dataDir,
    databaseUrl: env.databaseUrl,
    directUrl: env.databaseDirectUrl,
    poolSize: env.databasePool,
  });
  return startOn(database, env);
}

/** Starts a house on an open database of this or of an earlier version: migrates it, and asks it whether it is a demo. */
export async function startOn(database: House['database'], env: Env): Promise<House> {
  await migrate(database.db);
  const demo = await demoOrReal(database.db, env, new Date());
  if (!demo && env.demoDaysAhead > 0)
    throw new Error('SOFRA_DEMO_DAYS: only the clock of a demo can run ahead, and this house is real');
  return makeHouse({ database, demo, env });
}

function makeHouse(parts: { database: House['database']; demo: boolean; env: Env }): House {
  return {
    database: parts.database,
    languages: makeLanguages(readCatalogues(join(appDir, 'src/locales'))),
    settings: { demo: parts.demo, origin: parts.env.origin },
    outgoing: openOutgoing(parts.env),
    rooms: allRooms,
    actions: new Map(allRooms.flatMap((room) => room.actions).map((action) => [action.name, action])),
    now: () => new Date(Date.now() + parts.env.demoDaysAhead * DAY),
    announced: () => {},
  };
}
