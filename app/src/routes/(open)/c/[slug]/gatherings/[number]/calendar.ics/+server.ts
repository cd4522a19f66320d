import { calendarOfGathering } from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const at = { slug: event.params.slug, number: numberIn(event, event.params.number) };
  const { name, text } = await read(event, (context) => calendarOfGathering(context, at));
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
};
