import type { ServerResponse } from 'node:http';

/** A whole hall may sit behind one address; a machine that opens lines for ever must still end somewhere. */
const MOST_FROM_ONE = 2500;
const MOST = 10_000;

/** Counts the open lines of a process. */
export interface LineLimit {
  /** Counts this line until it closes; false when there are too many, of all or from this address. */
  admits(address: string, response: ServerResponse): boolean;
}

/** Begins to count. */
export function limitLines(): LineLimit {
  const lines = new Map<string, number>();
  let count = 0;
  return {
    admits(address, response) {
      const held = lines.get(address) ?? 0;
      if (count >= MOST || held >= MOST_FROM_ONE) return false;
      count += 1;
      lines.set(address, held + 1);
      response.once('close', () => {
        count -= 1;
        const left = (lines.get(address) ?? 1) - 1;
        if (left > 0) lines.set(address, left);
        else lines.delete(address);
      });
      return true;
    },
  };
}
