import pg from 'pg';

/** How long to wait before a lost line is tried again, growing to the longest wait. */
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;

interface Ear {
  readonly heard: (payload: string) => void;
  readonly missed: () => void;
}

/** One connection that only listens, for all channels of a process; a lost line is taken up again. */
export interface Listening {
  on(channel: string, ear: Ear): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Listens on PostgreSQL through a connection of its own, made when the first channel is asked for. */
export function listenOn(connectionString: string): Listening {
  const ears = new Map<string, Set<Ear>>();
  let client: Promise<pg.Client> | undefined;
  let closed = false;

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({ connectionString, keepAlive: true, application_name: 'sofra listening' });
    fresh.on('notification', ({ channel, payload }) => {
      for (const ear of ears.get(channel) ?? []) ear.heard(payload ?? '');
    });
    // pg reports a lost line as an error and as an end; without a listener an error would end the process.
    fresh.on('error', () => undefined);
    await fresh.connect();
    for (const channel of ears.keys()) await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
    fresh.once('end', () => {
      if (!closed) void takeUpAgain();
    });
    return fresh;
  }

  async function takeUpAgain(): Promise<void> {
    tellMissed();
    for (let wait = FIRST_WAIT_MS; !closed; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      client = connect();
      if (
        await client.then(
          () => true,
          () => false,
        )
      )
        break;
    }
    tellMissed();
  }

  const tellMissed = () => {
    for (const listeners of ears.values()) for (const ear of listeners) ear.missed();
  };

  return {
    async on(channel, ear) {
      const listeners = ears.get(channel) ?? new Set();
      ears.set(channel, listeners.add(ear));
      client ??= connect();
      if (listeners.size === 1) await (await client).query(`listen ${pg.escapeIdentifier(channel)}`);
      return async () => {
        listeners.delete(ear);
        if (listeners.size > 0 || !ears.delete(channel) || closed) return;
        await (await client)?.query(`unlisten ${pg.escapeIdentifier(channel)}`);
      };
    },
    async close() {
      closed = true;
      await (await client?.catch(() => undefined))?.end();
    },
  };
}
