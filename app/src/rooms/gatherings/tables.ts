import type { RegisteredTable } from '#platform/register.ts';
import { callingTables } from './tables/calling.ts';
import { closingTables } from './tables/closing-words.ts';
import { comingTables } from './tables/coming.ts';
import { cycleTables } from './tables/cycle.ts';
import { floorTables } from './tables/floor.ts';
import { hallTables } from './tables/hall.ts';
import { reportTables } from './tables/report.ts';

/** Every table of this room; one file in `tables/` for each folder of `server/`. */
export const gatheringsTables: readonly RegisteredTable[] = [
  ...callingTables,
  ...comingTables,
  ...hallTables,
  ...floorTables,
  ...cycleTables,
  ...closingTables,
  ...reportTables,
];
