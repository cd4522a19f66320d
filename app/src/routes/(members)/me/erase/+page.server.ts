import { erasePerson, showMe } from '#rooms/people/server/index.ts';
import { leaveSeat } from '#web/knock.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { name } = await read(event, showMe);
  return { name };
};

export const actions: Actions = {
  default: (event) =>
    submit(event, erasePerson, {
      next: () => {
        leaveSeat(event);
        return '/erased';
      },
    }),
};
