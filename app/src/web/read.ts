import { error, type RequestEvent } from '@sveltejs/kit';
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
 * For a page's load: gives the query a context and turns a refusal into the error page in the reader's language.
 * `const need = await read(event, (context) => showNeed(context, { slug, number }))`
 */
export async function read<Result>(event: RequestEvent, query: (context: Context) => Promise<Result>): Promise<Result> {
  const { house, actor, language, requestId } = event.locals;
  try {
    return await query(readingContext(house, actor, language));
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    error(STATUS[problem.kind], { message: language.say(problem.key, problem.facts), requestId });
  }
}
