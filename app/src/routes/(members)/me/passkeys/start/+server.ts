import { beginPasskey } from '#rooms/people/server/index.ts';
import { answerModule } from '#web/answer-module.ts';
import { knockOf } from '#web/knock.ts';
import type { RequestHandler } from './$types';

/** What the device needs to make a passkey. */
export const POST: RequestHandler = (event) => answerModule(event, beginPasskey, { fixed: { knock: knockOf(event) } });
