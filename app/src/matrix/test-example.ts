import type { ActorName } from './test-people.ts';
import type { Town } from './test-town.ts';

export type Input = Readonly<Record<string, unknown>>;

/** One valid way to ask for an action. */
export interface Example {
  /** The input, or how it is made for each who tries. */
  readonly input: Input | ((actor: ActorName) => Promise<Input>);
  /** Whom `person` means in the permission's `who`, when it is not everyone signed in: the author, the raiser. */
  readonly own?: readonly ActorName[];
  /** Whoever may not know of the thing is told that it is not there. */
  readonly hides?: true;
}

/** Makes in the town what the action needs. */
export type MakeExample = (town: Town) => Promise<Example> | Example;
export type Examples = Readonly<Record<string, MakeExample>>;
