import { qrSvg } from '#platform/qr.ts';
import { showWeek } from '#rooms/needs/server/index.ts';
import { showHome } from '#web/home.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { origin } = event.locals.house.settings;
  const link = `${origin}/c/${event.params.slug}`;
  return read(event, async (context) => {
    const week = await showWeek(context, event.params.slug);
    const { decided, next } = await showHome(context, week.community);
    return { week, decided, next, link, qr: qrSvg(`${origin}/s/${week.community.code}`) };
  });
};
