import type { z } from 'zod';
import type { Context } from './context.ts';
import type { Permission } from './permissions.ts';

/** What an action says of itself: forms, the public page of permissions, the matrix test and the API are made from it. */
export interface ActionDescription<Input> {
  /** `room.verb-noun`, the name of its file. */
  readonly name: string;
  /** One schema per input; the edge parses with it, the inside trusts it. */
  readonly input: z.ZodType<Input>;
  /** The permission it asks; the sentence is printed under "Who may do what". */
  readonly permission: Permission<never>;
  /** `safe`: doing it twice changes nothing more · `once`: a form carries a key and the second arrival returns the first answer. */
  readonly repeat: 'safe' | 'once';
}

/** An action: callable as `(context, input)` with a parsed input, and describing itself. */
export interface Action<Input, Result> extends ActionDescription<Input> {
  (context: Context, input: Input): Promise<Result>;
}

/** An action whose types are not of interest: for lists of actions. */
// biome-ignore lint/suspicious/noExplicitAny: a list holds actions of every input; nothing is read from it untyped
export type AnyAction = Action<any, unknown>;

/** Joins a verb with its description. */
export function describeAction<Input, Result>(
  description: ActionDescription<Input>,
  run: (context: Context, input: Input) => Promise<Result>,
): Action<Input, Result> {
  const action = (context: Context, input: Input) => run(context, input);
  Object.defineProperty(action, 'name', { value: description.name, enumerable: true });
  return Object.assign(action, {
    input: description.input,
    permission: description.permission,
    repeat: description.repeat,
  }) as Action<Input, Result>;
}
