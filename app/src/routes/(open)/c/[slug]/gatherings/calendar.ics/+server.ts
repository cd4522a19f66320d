import { calendarOfCommunity } from '#rooms/gatherings/server/index.ts';
import { read } from '#web/read.ts';
import type { RequestHandler } from './$types';

/** A feed that calendars ask for again and again. */
export const GET: RequestHandler = async (event) => {
  const { text } = await read(event, (context) => calendarOfCommunity(context, event.params.slug));
  return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
