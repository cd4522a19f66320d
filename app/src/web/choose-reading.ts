import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import type { Action } from '#platform/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { runAction } from '#platform/run-action.ts';
import { formObject } from './form.ts';
import { keepChoice } from './knock.ts';
import { STATUS } from './read.ts';
import { safePath } from './safe-path.ts';

/** Keeps one choice of a reader in this browser, and in the profile of whoever is signed in; goes back to the page. */
export async function chooseReading<Input>(
  event: RequestEvent,
  change: Action<Input, void>,
  name: 'locale' | 'theme',
): Promise<never> {
  const form = formObject(await event.request.formData());
  const { house, actor, language } = event.locals;
  try {
    await runAction(house, { actor, language }, { action: change, input: { [name]: form[name] } });
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    error(STATUS[problem.kind], language.say(problem.key, problem.facts));
  }
  keepChoice(event, name, String(form[name]));
  redirect(303, safePath(form.back));
}
