import type { Query } from './test-queries.ts';

/** Every query of the door of gatherings that takes a context, and whom it answers. */
export const gatheringsQueries: Readonly<Record<string, Query>> = {};
