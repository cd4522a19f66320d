import { showAbout } from '#rooms/communities/server/index.ts';
import { read } from '#web/read.ts';
import { sharePlace } from '#web/share.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { charter, community } = await read(event, (context) => showAbout(context, event.params.slug));
  return {
    rules: charter.rules,
    share: sharePlace(event, community, 'communities.who.title'),
    rooms: event.locals.house.rooms.map(({ name, permissions }) => ({
      name,
      lines: permissions.flatMap((table) => Object.values(table).map(({ sentence, who }) => ({ sentence, who }))),
    })),
  };
};
