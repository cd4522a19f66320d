import { Refusal } from '#platform/refusal.ts';
import { confirmAddress, showMe, showWaiting } from '#rooms/people/server/index.ts';
import { knockOf } from '#web/knock.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await read(event, showMe);
  return {
    waiting: await read(event, (context) => showWaiting(context, { knock: knockOf(event), purpose: 'address' })),
  };
};

export const actions: Actions = {
  default: (event) =>
    submit(event, confirmAddress, {
      fixed: { knock: knockOf(event) },
      next: (answer) => {
        if (answer.kind === 'wrong') throw new Refusal('people.code-wrong', { facts: { left: answer.left } });
        return '/me#ways';
      },
    }),
};
