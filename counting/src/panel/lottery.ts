/** One way to fill the panel: seats of each kind, and how likely it is. */
export interface Composition {
  readonly seats: Int32Array;
  readonly share: number;
}

/** One level of the fairest probabilities and the bound that proves it. */
export interface ProvenLevel {
  /** The lowest probability among those not settled by an earlier level. */
  readonly probability: number;
  /** What no lottery can exceed, from the proof alone. */
  readonly bound: number;
  /** People who have exactly this probability. */
  readonly people: number;
}
