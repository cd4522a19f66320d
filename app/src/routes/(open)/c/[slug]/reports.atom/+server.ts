import { ATOM } from '#platform/document/to-atom.ts';
import { showReportsFeed } from '#rooms/gatherings/server/index.ts';
import { contextIn } from '#web/download.ts';
import { read } from '#web/read.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { communityId, xml } = await read(event, () => showReportsFeed(contextIn(event), event.params.slug));
  event.locals.touches.add(communityId);
  return new Response(xml, { headers: { 'content-type': ATOM } });
};
