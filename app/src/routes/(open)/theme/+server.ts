import { changeReading } from '#rooms/people/server/index.ts';
import { chooseReading } from '#web/choose-reading.ts';
import type { RequestHandler } from './$types';

/** The switch between light, dark and what the device says. */
export const POST: RequestHandler = (event) => chooseReading(event, changeReading, 'theme');
