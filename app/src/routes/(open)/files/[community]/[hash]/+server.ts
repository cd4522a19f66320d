import { sendFile } from '#web/send-file.ts';
import type { RequestHandler } from './$types';

/** A picture under its own hash. */
export const GET: RequestHandler = ({ locals, params }) => sendFile(locals, params);
