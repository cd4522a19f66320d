import {
  addToOrganisation,
  editOrganisation,
  endInOrganisation,
  showOrganisation,
} from '#rooms/communities/server/index.ts';
import { actFor } from '#rooms/people/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => read(event, (context) => showOrganisation(context, event.params.slug));

export const actions: Actions = {
  act: (event) => submit(event, actFor, { next: () => `/o/${event.params.slug}` }),
  edit: (event) =>
    submit(event, editOrganisation, { fixed: { slug: event.params.slug }, next: () => `/o/${event.params.slug}` }),
  add: (event) =>
    submit(event, addToOrganisation, {
      fixed: { organisation: event.params.slug },
      next: () => `/o/${event.params.slug}#people`,
    }),
  end: (event) =>
    submit(event, endInOrganisation, {
      fixed: { organisation: event.params.slug },
      next: () => `/o/${event.params.slug}#people`,
    }),
};
