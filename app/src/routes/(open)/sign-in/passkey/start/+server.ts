import { askPasskey } from '#rooms/people/server/index.ts';
import { answerModule } from '#web/answer-module.ts';
import { knockOf } from '#web/knock.ts';
import type { RequestHandler } from './$types';

/** What the device is asked to sign. */
export const POST: RequestHandler = (event) => answerModule(event, askPasskey, { fixed: { knock: knockOf(event) } });
