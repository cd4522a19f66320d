import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import type { Action } from '#platform/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { runAction } from '#platform/run-action.ts';
import { STATUS } from './read.ts';

/** Runs a small action behind a link and goes where its answer leads: a path in this house. */
export async function follow<Input>(
  event: RequestEvent,
  action: Action<Input, { readonly href: string }>,
  input: unknown,
): Promise<never> {
  const { house, actor, language, requestId } = event.locals;
  const to = await runAction(house, { actor, language }, { action, input }).catch((problem: unknown) => {
    if (!(problem instanceof Refusal)) throw problem;
    if (problem.kind === 'sign-in') return { href: `/sign-in?next=${encodeURIComponent(event.url.pathname)}` };
    error(STATUS[problem.kind], { message: language.say(problem.key, problem.facts), requestId });
  });
  redirect(303, to.href);
}
