import { redirect } from '@sveltejs/kit';
import { allCommunities, houseIsNew } from '#rooms/communities/server/index.ts';
import { askCode, showDoor } from '#rooms/people/server/index.ts';
import { knockOf } from '#web/knock.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { signedIn } = event.locals;
  const { communities, fresh, demoPeople } = await read(event, async (context) => ({
    communities: await allCommunities(context.db),
    fresh: await houseIsNew(context),
    demoPeople: signedIn ? [] : (await showDoor(context)).demoPeople,
  }));
  if (fresh) redirect(303, '/first-run');
  const { actor } = event.locals;
  const mine = communities.filter(({ id }) => actor.kind === 'person' && actor.roles.has(id)).map(({ id }) => id);
  return { communities, mine, demoPeople };
};

export const actions: Actions = {
  default: (event) => submit(event, askCode, { fixed: { knock: knockOf(event) }, next: () => '/sign-in/code' }),
};
