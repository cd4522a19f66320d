import { showGathering } from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { shareOf } from '#web/share.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const at = { slug: event.params.slug, number: numberIn(event, event.params.number) };
  const shown = await read(event, (context) => showGathering(context, at));
  const { show } = event.locals.language;
  const { link, qr } = shareOf(event, { title: show(shown.gathering.theme), where: show(shown.place.name) });
  return { ...shown, link: link.replace(/\/programme$/, ''), qr };
};
