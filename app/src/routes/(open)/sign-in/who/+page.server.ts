import { redirect } from '@sveltejs/kit';
import { choosePerson, introduceOneself, showChoice } from '#rooms/people/server/index.ts';
import { atDoor, knockOf, takeSeat } from '#web/knock.ts';
import { read } from '#web/read.ts';
import { nextOf, withNext } from '#web/safe-path.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (event.locals.signedIn) redirect(303, nextOf(event.url));
  const choice = await read(event, (context) => showChoice(context, knockOf(event)));
  if (!choice) redirect(303, withNext('/sign-in', event.url));
  return choice;
};

export const actions: Actions = {
  choose: (event) => submit(event, choosePerson, { fixed: atDoor(event), next: (seat) => takeSeat(event, seat) }),
  introduce: (event) =>
    submit(event, introduceOneself, { fixed: atDoor(event), next: (seat) => takeSeat(event, seat) }),
};
