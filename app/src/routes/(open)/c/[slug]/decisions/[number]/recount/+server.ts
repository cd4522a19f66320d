import { recountFile } from '#rooms/decisions/server/index.ts';
import { read } from '#web/read.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { slug, number } = event.params;
  const file = await read(event, (context) => recountFile(context, { slug, number: Number(number) }));
  return new Response(file.text, {
    headers: {
      'content-type': `${file.type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${file.name}"`,
    },
  });
};
