import { redirect } from '@sveltejs/kit';
import { Refusal } from '#platform/refusal.ts';
import { giveCode, showWaiting } from '#rooms/people/server/index.ts';
import { atDoor, knockOf, takeSeat } from '#web/knock.ts';
import { read } from '#web/read.ts';
import { nextOf, withNext } from '#web/safe-path.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (event.locals.signedIn) redirect(303, nextOf(event.url));
  const waiting = await read(event, (context) => showWaiting(context, { knock: knockOf(event), purpose: 'sign-in' }));
  if (waiting?.proven) redirect(303, withNext('/sign-in/who', event.url));
  return { waiting, again: withNext('/sign-in', event.url) };
};

export const actions: Actions = {
  default: (event) =>
    submit(event, giveCode, {
      fixed: atDoor(event),
      next: (answer) => {
        if (answer.kind === 'wrong') throw new Refusal('people.code-wrong', { facts: { left: answer.left } });
        return answer.kind === 'in' ? takeSeat(event, answer.seat) : withNext('/sign-in/who', event.url);
      },
    }),
};
