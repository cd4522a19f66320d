import type { RequestEvent } from '@sveltejs/kit';
import type { Action } from '#platform/action.ts';
import { runAction } from '#platform/run-action.ts';

/** Runs a small action on the way of reading a page (what was read, what was seen); the page does not depend on its answer. */
export async function note<Input>(event: RequestEvent, action: Action<Input, unknown>, input: unknown): Promise<void> {
  const { house, actor, language } = event.locals;
  await runAction(house, { actor, language }, { action, input });
}
