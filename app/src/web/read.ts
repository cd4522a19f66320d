import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import type { Context } from '#platform/context.ts';
import { readingContext } from '#platform/house.ts';
import { Refusal, type RefusalKind } from '#platform/refusal.ts';

/** The status that tells a browser what sort of no it is. */
export const STATUS: Readonly<Record<RefusalKind, number>> = {
  'sign-in': 401,
  forbidden: 403,
  'not-found': 404,
  invalid: 400,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
};

/**
 * For a page's load: gives the query a context and turns a refusal into the error page in the reader's language; whoever
 * must sign in first is led there and back.
 * `const need = await read(event, (context) => showNeed(context, { slug, number }))`
 */
export async function read<Result>(event: RequestEvent, query: (context: Context) => Promise<Result>): Promise<Result> {
  const { language, requestId } = event.locals;
  try {
    return await query(contextOf(event));
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    if (problem.kind === 'sign-in')
      redirect(303, `/sign-in?next=${encodeURIComponent(event.url.pathname + event.url.search)}`);
    error(STATUS[problem.kind], { message: language.say(problem.key, problem.facts), requestId });
  }
}

/** One context for all parts of a page, so that what several of them need is asked once. */
export function contextOf({ locals }: Pick<RequestEvent, 'locals'>): Context {
  locals.reading ??= readingContext(locals.house, locals.actor, locals.language);
  return locals.reading;
}

/** The number in an address; anything else than a number is an address where nothing is. */
export function numberIn(event: RequestEvent, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  error(404, {
    message: event.locals.language.say('platform.refusal.not-found'),
    requestId: event.locals.requestId,
  });
}
