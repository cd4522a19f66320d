import { authorize } from '#platform/permissions.ts';
import { atDesk, benchmarkFromForm } from '#rooms/communities/index.ts';
import {
  bringOrganisation,
  editCommunity,
  endHelpLine,
  enterHelpLine,
  partOrganisation,
  setBenchmark,
  showAbout,
} from '#rooms/communities/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import { submitHere } from '#web/submit-here.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { community } = await event.parent();
  return read(event, async (context) => {
    authorize(atDesk.describe, context.actor, community);
    const year = event.locals.house.now().getUTCFullYear();
    return { about: await showAbout(context, community.slug), done: event.url.searchParams.has('done'), year };
  });
};

export const actions: Actions = {
  edit: submitHere(editCommunity),
  benchmark: (event) =>
    submit(event, setBenchmark, {
      shape: benchmarkFromForm,
      fixed: { slug: event.params.slug },
      next: () => `${event.url.pathname}?done`,
    }),
  help: submitHere(enterHelpLine),
  'end-help': submitHere(endHelpLine),
  bring: submitHere(bringOrganisation),
  part: submitHere(partOrganisation),
};
