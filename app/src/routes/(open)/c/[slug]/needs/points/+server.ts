import { json } from '@sveltejs/kit';
import { knownPlaces } from '#rooms/needs/server/index.ts';
import { read } from '#web/read.ts';
import type { RequestHandler } from './$types';

/** What the map on which a place is picked can show: the centre of the community and needs raised before. */
export const GET: RequestHandler = async (event) =>
  json(await read(event, (context) => knownPlaces(context, event.params.slug)), {
    headers: { 'cache-control': 'no-store' },
  });
