/** Tag of what may tell of any community. */
export const ANY = '*';
/** The tag with which what belongs to no community (a name, an erasure) touches everything. */
const NO_COMMUNITY = '00000000-0000-0000-0000-000000000000';
const LIFE_MS = 60_000;

/** Something a process remembers, and whom it tells of. */
export interface Remembered {
  /** Ids of communities (or gatherings); a touch of one of them forgets this. */
  readonly tags: readonly string[];
  readonly keptAt: number;
}

/** How much a memory holds: the oldest leaves first. */
export interface Bounds<Entry> {
  readonly most: number;
  readonly heaviest: number;
  weigh(entry: Entry): number;
}

/**
 * What one process remembers between two requests. An entry leaves when one of its tags is touched, when the process loses
 * its line to the others (`clear`), and after 60 seconds in any case.
 */
export class Memory<Entry extends Remembered> {
  readonly #bounds: Bounds<Entry>;
  readonly #entries = new Map<string, { entry: Entry; weight: number }>();
  #weight = 0;
  #touches = 0;

  constructor(bounds: Bounds<Entry>) {
    this.#bounds = bounds;
  }

  /** Counts touches: take it before you ask, and hand it to `keep`. */
  get generation(): number {
    return this.#touches;
  }

  find(key: string, now: number): Entry | undefined {
    const kept = this.#entries.get(key)?.entry;
    if (!kept || now - kept.keptAt <= LIFE_MS) return kept;
    this.#drop(key);
    return undefined;
  }

  /** Remembers unless something was touched since `generation`: what was asked before may be outdated. */
  keep(key: string, entry: Entry, generation: number): void {
    if (generation !== this.#touches) return;
    this.#drop(key);
    const weight = this.#bounds.weigh(entry);
    this.#entries.set(key, { entry, weight });
    this.#weight += weight;
    while (this.#entries.size > this.#bounds.most || this.#weight > this.#bounds.heaviest) {
      const oldest = this.#entries.keys().next().value;
      if (oldest === undefined) break;
      this.#drop(oldest);
    }
  }

  touch(ids: readonly string[]): void {
    this.#touches += 1;
    const everything = ids.includes(NO_COMMUNITY);
    for (const [key, { entry }] of this.#entries)
      if (everything || entry.tags.includes(ANY) || entry.tags.some((tag) => ids.includes(tag))) this.#drop(key);
  }

  clear(): void {
    this.#touches += 1;
    this.#entries.clear();
    this.#weight = 0;
  }

  #drop(key: string): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }
}
