import { error, redirect } from '@sveltejs/kit';
import { lengthen } from '#web/short.ts';
import type { RequestHandler } from './$types';

/** A short address from a poster or a message leads to its page. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const page = await lengthen(locals.house, params.code);
  if (page) redirect(302, page);
  error(404, { message: locals.language.say('platform.refusal.not-found'), requestId: locals.requestId });
};
