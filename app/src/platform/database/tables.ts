import type { Kysely } from 'kysely';

/**
 * Every table by its name in code (`room.someTable`). A room adds its own by declaration merging:
 * `declare module '#platform/database/tables.ts' { interface Tables { 'people.person': PersonTable } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled from the rooms, the platform knows none of them
export interface Tables {}

/** What reads and writes: the plain database or an open transaction. Code that gets one never asks which. */
export type Db = Kysely<Tables>;
