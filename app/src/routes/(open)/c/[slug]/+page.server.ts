import { organisationsOf, showMySeat } from '#rooms/communities/server/index.ts';
import { showHome } from '#web/home.ts';
import { read } from '#web/read.ts';
import { shareOf } from '#web/share.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { community, may } = await event.parent();
  const { show } = event.locals.language;
  const where = show(community.name, community.locale);
  const share = shareOf(event, {
    title: where,
    about: show(community.about, community.locale),
    where,
    card: { lines: [show(community.place, community.locale)] },
  });
  return read(event, async (context) => ({
    share,
    home: await showHome(context, community),
    organisations: await organisationsOf(context.db, community.id),
    mine: may.belong ? await showMySeat(context, community.slug) : undefined,
  }));
};
