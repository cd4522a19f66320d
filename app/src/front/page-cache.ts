/** A page as it was sent, in every encoding asked for so far. */
export interface KeptPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly bodies: Map<string, Buffer>;
  readonly tags: readonly string[];
  readonly keptAt: number;
}

/** Tag of a page that may show something of any community. */
export const ANY = '*';
/** The tag with which what belongs to no community (a name, an erasure) touches every page. */
const NO_COMMUNITY = '00000000-0000-0000-0000-000000000000';
const MOST_PAGES = 500;
const MOST_BYTES = 24 * 1024 * 1024;
const LIFE_MS = 60_000;

/**
 * Public pages for readers without a session, by path, locale, script and theme. A page leaves when its community is
 * touched, when the process loses its line to the others, and after 60 seconds in any case.
 */
export class PageCache {
  #pages = new Map<string, KeptPage>();
  #bytes = 0;
  /** Counts touches, so that a page rendered before a touch is not kept after it. */
  #touches = 0;

  get generation(): number {
    return this.#touches;
  }

  find(key: string, now: number): KeptPage | undefined {
    const page = this.#pages.get(key);
    if (page && now - page.keptAt > LIFE_MS) {
      this.#drop(key);
      return undefined;
    }
    return page;
  }

  /** Keeps a page unless something was touched since `generation`. */
  keep(key: string, page: KeptPage, generation: number): void {
    if (generation !== this.#touches) return;
    this.#drop(key);
    this.#pages.set(key, page);
    for (const body of page.bodies.values()) this.#bytes += body.length;
    while (this.#pages.size > MOST_PAGES || this.#bytes > MOST_BYTES) {
      const oldest = this.#pages.keys().next().value;
      if (oldest === undefined) break;
      this.#drop(oldest);
    }
  }

  /** Remembers one more encoding of a kept page. */
  addBody(key: string, encoding: string, body: Buffer): void {
    const page = this.#pages.get(key);
    if (!page || page.bodies.has(encoding)) return;
    page.bodies.set(encoding, body);
    this.#bytes += body.length;
  }

  touch(communityIds: readonly string[]): void {
    this.#touches += 1;
    if (communityIds.includes(NO_COMMUNITY)) {
      this.clear();
      return;
    }
    for (const [key, page] of this.#pages)
      if (page.tags.includes(ANY) || page.tags.some((tag) => communityIds.includes(tag))) this.#drop(key);
  }

  clear(): void {
    this.#touches += 1;
    this.#pages.clear();
    this.#bytes = 0;
  }

  #drop(key: string): void {
    const page = this.#pages.get(key);
    if (!page) return;
    this.#pages.delete(key);
    for (const body of page.bodies.values()) this.#bytes -= body.length;
  }
}
