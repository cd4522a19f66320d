import { ATOM } from '#platform/document/to-atom.ts';
import { showReportFeed } from '#rooms/gatherings/server/index.ts';
import { contextIn } from '#web/download.ts';
import { numberIn, read } from '#web/read.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const at = { slug: event.params.slug, number: numberIn(event, event.params.number) };
  const { communityId, xml } = await read(event, () => showReportFeed(contextIn(event), at));
  event.locals.touches.add(communityId);
  return new Response(xml, { headers: { 'content-type': ATOM } });
};
