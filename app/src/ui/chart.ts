/** What a bar or a part means; colour never says it alone. */
export type Tone = 'plain' | 'done' | 'waits' | 'trouble' | 'faint';

/** One bar: its length and the number as people read it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly shown: string;
  readonly tone?: Tone;
  /** The language of a label that a member wrote. */
  readonly lang?: string;
}

/** A line through time: one value for every mark of the axis, or nothing where nobody knows. */
export interface Series {
  readonly label: string;
  readonly values: readonly (number | undefined)[];
}
