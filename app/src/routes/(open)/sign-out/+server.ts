import { redirect } from '@sveltejs/kit';
import { runAction } from '#platform/run-action.ts';
import { signOut } from '#rooms/people/server/index.ts';
import { leaveSeat } from '#web/knock.ts';
import type { RequestHandler } from './$types';

/** Ends this session; whoever is signed out already just goes to the front page. */
export const POST: RequestHandler = async (event) => {
  const { house, actor, language, signedIn } = event.locals;
  if (signedIn) await runAction(house, { actor, language }, { action: signOut, input: {} });
  leaveSeat(event);
  redirect(303, '/');
};
