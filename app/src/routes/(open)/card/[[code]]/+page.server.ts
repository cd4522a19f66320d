import { redirect } from '@sveltejs/kit';
import { Refusal } from '#platform/refusal.ts';
import { useCard } from '#rooms/people/server/index.ts';
import { atDoor, knockOf, takeSeat } from '#web/knock.ts';
import { nextOf } from '#web/safe-path.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the address of a card signs nobody in: whoever only looks at a link must not use it. */
export const load: PageServerLoad = (event) => {
  if (event.locals.signedIn) redirect(303, nextOf(event.url));
  knockOf(event);
  return { code: (event.params.code ?? '').slice(0, 20) };
};

export const actions: Actions = {
  default: (event) =>
    submit(event, useCard, {
      fixed: atDoor(event),
      next: (answer) => {
        if (answer.kind === 'unknown') throw new Refusal('people.card-unknown');
        return takeSeat(event, answer.seat);
      },
    }),
};
