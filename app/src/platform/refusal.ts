/** What sort of no it is; the web turns it into a status, the command line into an exit code. */
export type RefusalKind = 'sign-in' | 'forbidden' | 'not-found' | 'invalid' | 'conflict' | 'too-many' | 'unavailable';

export type Facts = Readonly<Record<string, string | number>>;

/** What is wrong with one field: a catalogue key and its facts. */
export interface FieldProblem {
  readonly key: string;
  readonly facts?: Facts;
}

/**
 * An expected failure with a stable reason `room.some-reason`; its sentence is the catalogue key
 * `room.refusal.some-reason`. Anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly reason: string;
  readonly kind: RefusalKind;
  readonly facts: Facts;
  readonly fields: Readonly<Record<string, FieldProblem>>;

  constructor(
    reason: string,
    more: { kind?: RefusalKind; facts?: Facts; fields?: Readonly<Record<string, FieldProblem>> } = {},
  ) {
    super(reason);
    this.name = 'Refusal';
    this.reason = reason;
    this.kind = more.kind ?? 'conflict';
    this.facts = more.facts ?? {};
    this.fields = more.fields ?? {};
  }

  /** The catalogue key of the sentence that tells a person what happened. */
  get key(): string {
    return this.reason.replace('.', '.refusal.');
  }
}

/** What a rule answers: yes, or the reason why not. */
export type Answer = 'yes' | { readonly no: string; readonly facts?: Facts };

/** Throws a Refusal of kind `conflict` unless the rule said yes. */
export function insist(answer: Answer): void {
  if (answer !== 'yes') throw new Refusal(answer.no, { facts: answer.facts });
}

/** The refusal for something that is not there, or that this reader may not know of: both look the same. */
export const notFound = (reason = 'platform.not-found'): Refusal => new Refusal(reason, { kind: 'not-found' });
