import { addPasskey } from '#rooms/people/server/index.ts';
import { answerModule } from '#web/answer-module.ts';
import { atDoor } from '#web/knock.ts';
import type { RequestHandler } from './$types';

/** Keeps the passkey that the device made. */
export const POST: RequestHandler = (event) => answerModule(event, addPasskey, { fixed: atDoor(event) });
