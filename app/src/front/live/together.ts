import type { FloorAddress } from '#rooms/gatherings/server/index.ts';

/** What comes in within so long of each other is kept in one transaction. */
const GATHER_MS = 20;

interface Waiting<Item, Result> {
  readonly item: Item;
  done(result: Result): void;
  failed(problem: unknown): void;
}

/**
 * Gathers what many phones send to one gathering and keeps it together: a commit a handful, not a commit a phone. While one
 * handful is being kept the next one gathers. Each gets its answer when the transaction that holds it has been committed.
 */
export function keepTogether<Item, Result>(
  most: number,
  keep: (at: FloorAddress, items: readonly Item[]) => Promise<readonly Result[]>,
): (at: FloorAddress, item: Item) => Promise<Result> {
  const handfuls = new Map<string, Waiting<Item, Result>[]>();

  async function keepSoon(at: FloorAddress, key: string): Promise<void> {
    const take = () => handfuls.get(key)?.splice(0, most) ?? [];
    for (let waiting = take(); waiting.length > 0; waiting = take()) {
      try {
        const results = await keep(
          at,
          waiting.map(({ item }) => item),
        );
        for (const [index, { done }] of waiting.entries()) done(results[index] as Result);
      } catch (problem) {
        for (const { failed } of waiting) failed(problem);
      }
    }
    handfuls.delete(key);
  }

  return (at, item) =>
    new Promise((done, failed) => {
      const key = `${at.slug}/${at.number}`;
      const open = handfuls.get(key);
      const handful = open ?? [];
      handful.push({ item, done, failed });
      if (open) return;
      handfuls.set(key, handful);
      setTimeout(() => void keepSoon(at, key), GATHER_MS);
    });
}
