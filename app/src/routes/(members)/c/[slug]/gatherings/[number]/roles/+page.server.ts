import { endRole, gatheringAt, giveRole, showRolesOfGathering } from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const address = (event: RequestEvent) => ({ slug: event.params.slug, number: numberIn(event, event.params.number) });
const fixed = async (event: RequestEvent) => {
  const { gathering } = await read(event, (context) => gatheringAt(context, address(event)));
  return { communityId: gathering.communityId, gatheringId: gathering.id };
};
const done = (event: RequestEvent) => () => event.url.pathname;

export const load: PageServerLoad = (event) =>
  read(event, (context) => showRolesOfGathering(context, address(event as RequestEvent)));

export const actions: Actions = {
  give: async (event) => submit(event, giveRole, { fixed: await fixed(event), next: done(event) }),
  end: async (event) => submit(event, endRole, { fixed: await fixed(event), next: done(event) }),
};
