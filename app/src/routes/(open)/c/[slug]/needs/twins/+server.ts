import { json } from '@sveltejs/kit';
import { twinsOf } from '#rooms/needs/server/index.ts';
import { read } from '#web/read.ts';
import type { RequestHandler } from './$types';

/** What is on the list already and may be the same as what somebody types. */
export const GET: RequestHandler = async (event) => {
  const words = (event.url.searchParams.get('words') ?? '').slice(0, 200);
  const twins = await read(event, (context) => twinsOf(context, event.params.slug, words));
  return json({ twins }, { headers: { 'cache-control': 'no-store' } });
};
