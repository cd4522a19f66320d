/** A fold in force as a page says it: reason, answer, source; never the text. */
export interface ShownFold {
  readonly id: string;
  readonly reason: string;
  readonly answer: string;
  readonly source: string;
}
