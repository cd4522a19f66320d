import { readingContext } from '#platform/house.ts';
import { personDataFile } from '#web/person-data.ts';
import type { RequestHandler } from './$types';

/** Everything the house holds of whoever asks, as a file. */
export const GET: RequestHandler = ({ locals }) =>
  personDataFile(locals.house.rooms, readingContext(locals.house, locals.actor, locals.language));
