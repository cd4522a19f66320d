import { openNotice } from '#rooms/messages/server/index.ts';
import { follow } from '#web/follow.ts';
import type { RequestHandler } from './$types';

/** A notice that is opened is read, and leads to what it tells of. */
export const GET: RequestHandler = (event) => follow(event, openNotice, { id: event.params.id });
