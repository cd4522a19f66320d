import { type ActionFailure, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type { Action } from '#platform/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { runAction } from '#platform/run-action.ts';
import { formObject, keyOf } from './form.ts';
import { STATUS } from './read.ts';

/** What a form gets back when it was refused: sentences in the reader's language, and what the person had typed. */
export interface Refused {
  readonly refused: {
    readonly sentence: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly values: Readonly<Record<string, unknown>>;
  };
}

/** How a form becomes an action. */
export interface Submission<Result> {
  /** Facts the address knows and the form may not decide (community, number); they win over the form. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** The whole form, when it needs reshaping before the schema sees it. */
  readonly shape?: (form: Record<string, unknown>, data: FormData) => unknown | Promise<unknown>;
  /** Where to go when it is done; absent: stay on the page. A Refusal thrown here comes back to the page too. */
  readonly next?: (result: Result) => string;
  readonly data?: FormData;
  /** The answer holds a secret that is shown once: it is not kept with the form's key, and a second press makes another. */
  readonly unkept?: true;
  /** The form is a list with a button a row, told apart by this field: each row pressed is a deed of its own. */
  readonly perRow?: string;
}

/**
 * Runs an action for a posted form: parses, runs once per form key, redirects with 303. A refusal comes back to the page
 * as `form.refused`, with everything that was typed still there. A bug goes to the error page.
 */
export async function submit<Input, Result>(
  event: RequestEvent,
  action: Action<Input, Result>,
  submission: Submission<Result> = {},
): Promise<Result | ActionFailure<Refused>> {
  const data = submission.data ?? (await event.request.formData());
  const values = formObject(data);
  const result = await attempt(event, values, async () => {
    const shaped = submission.shape ? await submission.shape(values, data) : values;
    const input = { ...(shaped as Record<string, unknown>), ...submission.fixed };
    const { house, actor, language } = event.locals;
    const asking = { actor, language, key: submission.unkept ? undefined : keyOf(data, submission.perRow) };
    const answer = await runAction(house, asking, { action, input });
    return { answer, to: submission.next?.(answer) };
  });
  if (!result.done) return result.failure;
  if (result.value.to) redirect(303, result.value.to);
  return result.value.answer;
}

/** Runs anything a form asks for and turns a refusal into what the page shows. */
export async function attempt<Result>(
  event: RequestEvent,
  values: Readonly<Record<string, unknown>>,
  work: () => Promise<Result>,
): Promise<{ done: true; value: Result } | { done: false; failure: ActionFailure<Refused> }> {
  try {
    return { done: true, value: await work() };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const { language } = event.locals;
    const fields = Object.fromEntries(
      Object.entries(problem.fields).map(([field, { key, facts }]) => [field, language.say(key, facts)]),
    );
    const refused = { sentence: language.say(problem.key, problem.facts), fields, values };
    return { done: false, failure: fail(STATUS[problem.kind], { refused }) };
  } finally {
    // The page that follows on the same request sees what has just been done.
    event.locals.reading = undefined;
  }
}
