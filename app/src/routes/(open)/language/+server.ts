import { changeReading } from '#rooms/people/server/index.ts';
import { chooseReading } from '#web/choose-reading.ts';
import type { RequestHandler } from './$types';

/** The switch of language and script in the header. */
export const POST: RequestHandler = (event) => chooseReading(event, changeReading, 'locale');
