/** Lets pages be made a few at a time. */
export interface Turns {
  /** Runs `go` at once or when a place is free; `go` is given what frees the place again, once. */
  enter(go: (leave: () => void) => void): void;
}

/** So many keep the processor busy while the database answers; of more, each would only hold its half-made page in memory. */
const MOST = 3;
/** Whoever has waited so long goes in all the same: three slow pages must not hold up the house. */
const PATIENCE_MS = 50;

interface Waiting {
  readonly since: number;
  readonly go: (leave: () => void) => void;
}

/**
 * Turns for the making of pages. Sixteen pages begun at once are done no sooner than three at a time, but what they are made
 * of outlives several rounds of collecting garbage, and that costs a fifth of the CPU.
 */
export function openTurns(): Turns {
  const queue = new Set<Waiting>();
  let inside = 0;
  let timer: NodeJS.Timeout | undefined;
  let calling = false;

  const start = (go: Waiting['go']): void => {
    inside += 1;
    let left = false;
    go(() => {
      if (left) return;
      left = true;
      inside -= 1;
      callNext();
    });
  };
  /** Calls those in, the longest waiting first, while there is room for them or they have waited too long. */
  const callNext = (longAgo = Number.NEGATIVE_INFINITY): void => {
    // Whoever leaves at once would call the next from inside its own call, as deep as the queue is long.
    if (calling) return;
    calling = true;
    for (const next of queue) {
      if (inside >= MOST && next.since > longAgo) break;
      queue.delete(next);
      start(next.go);
    }
    calling = false;
  };
  const watch = (): void => {
    const [first] = queue;
    if (!first || timer) return;
    const left = first.since + PATIENCE_MS - performance.now();
    timer = setTimeout(
      () => {
        timer = undefined;
        callNext(performance.now() - PATIENCE_MS);
        watch();
      },
      Math.max(1, left),
    );
  };
  return {
    enter(go) {
      if (inside < MOST) return start(go);
      queue.add({ since: performance.now(), go });
      watch();
    },
  };
}
