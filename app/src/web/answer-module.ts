import { json, type RequestEvent } from '@sveltejs/kit';
import type { Action } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { Refusal } from '#platform/refusal.ts';
import { runAction } from '#platform/run-action.ts';
import { contextOf, STATUS } from './read.ts';

/**
 * Runs an action for one of our own small browser modules: JSON in, JSON out, a refusal as `{sentence}` in the reader's
 * language. Only JSON is taken, which another site's page can't send without asking.
 */
export async function answerModule<Input, Result>(
  event: RequestEvent,
  action: Action<Input, Result>,
  more: { readonly fixed?: Readonly<Record<string, unknown>>; readonly shape?: (result: Result) => unknown } = {},
): Promise<Response> {
  const { house, actor, language } = event.locals;
  const isJson = event.request.headers.get('content-type')?.startsWith('application/json');
  const body: unknown = isJson ? await event.request.json().catch(() => undefined) : undefined;
  if (typeof body !== 'object' || body === null)
    return json({ sentence: language.say('platform.refusal.invalid') }, { status: 400 });
  try {
    const result = await runAction(house, { actor, language }, { action, input: { ...body, ...more.fixed } });
    return json(more.shape ? more.shape(result) : (result ?? {}));
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    return json({ sentence: language.say(problem.key, problem.facts) }, { status: STATUS[problem.kind] });
  }
}

/** Answers a question of one of our own small browser modules as JSON that no cache keeps; a refusal as `{sentence}`. */
export async function answerReading(
  event: RequestEvent,
  query: (context: Context) => Promise<unknown>,
): Promise<Response> {
  try {
    return json(await query(contextOf(event)), { headers: { 'cache-control': 'no-store' } });
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const sentence = event.locals.language.say(problem.key, problem.facts);
    return json({ sentence }, { status: STATUS[problem.kind] });
  }
}
