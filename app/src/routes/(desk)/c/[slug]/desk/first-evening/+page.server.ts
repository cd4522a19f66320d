import { qrSvg } from '#platform/qr.ts';
import { showHallSheet } from '#rooms/needs/server/index.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { community } = await read(event, (context) => showHallSheet(context, event.params.slug));
  const { origin } = event.locals.house.settings;
  const link = `${origin}/c/${community.slug}`;
  return { community, link, qr: qrSvg(`${origin}/s/${community.code}`) };
};
