import type { RegisteredTable } from '#platform/register.ts';
import { callingTables } from './tables/calling.ts';

/** Every table of this room; one file in `tables/` for each folder of `server/`. */
export const gatheringsTables: readonly RegisteredTable[] = [...callingTables];
