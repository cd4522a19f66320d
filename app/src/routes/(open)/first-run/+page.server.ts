import { redirect } from '@sveltejs/kit';
import { beginHouse, houseIsNew } from '#rooms/communities/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const done = event.request.method === 'POST';
  if (!done && !(await read(event, houseIsNew))) redirect(303, '/');
};

export const actions: Actions = {
  default: async (event) => {
    const data = await event.request.formData();
    // The card's code is in the answer and must not be kept with the form's key.
    data.delete('_key');
    return submit(event, beginHouse, { data });
  },
};
