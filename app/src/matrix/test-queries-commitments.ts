import type { Query } from './test-queries.ts';

/** Every query of the door of commitments that takes a context, and whom it answers. */
export const commitmentsQueries: Readonly<Record<string, Query>> = {};
