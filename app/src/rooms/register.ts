import type { RegisteredTable } from '#platform/register.ts';
import { platformTables } from '#platform/tables.ts';
import { allRooms } from './all.ts';

/** The register of tables: one line a table, each beside the types of its room, read here as one list. */
export const register: readonly RegisteredTable[] = [...platformTables, ...allRooms.flatMap((room) => room.tables)];
