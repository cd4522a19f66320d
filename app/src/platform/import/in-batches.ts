/** How a long list is written: all or nothing, without holding everyone else up. */
export interface Batches<Row> {
  readonly rows: readonly Row[];
  /** Rows in one transaction; 1,000 when absent. */
  readonly size?: number;
  /** Writes one batch in a transaction of its own; what it wrote counts for nobody before `flip`. */
  write(batch: readonly Row[]): Promise<void>;
  /** Makes all of it count, in one short transaction. */
  flip(): Promise<void>;
  /** Takes back whatever was written; called when something failed before or in `flip`. */
  undo(): Promise<void>;
  /** Told after every batch how many rows are written. */
  progress?(written: number): void;
}

/**
 * Writes a long list in batches, giving way to others between them, and makes it count in one flip.
 * When anything fails it is all taken back and the error goes on.
 */
export async function inBatches<Row>(batches: Batches<Row>): Promise<number> {
  const size = batches.size ?? 1_000;
  try {
    for (let at = 0; at < batches.rows.length; at += size) {
      const batch = batches.rows.slice(at, at + size);
      await batches.write(batch);
      batches.progress?.(at + batch.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await batches.flip();
  } catch (error) {
    await batches.undo();
    throw error;
  }
  return batches.rows.length;
}
