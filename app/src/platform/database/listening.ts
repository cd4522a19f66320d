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

/** Who listens to which channel. */
type Ears = Map<string, Set<Ear>>;

/** A new line on which all channels are heard; `lost` is called when it ends. */
async function openLine(connectionString: string, ears: Ears, lost: () => void): Promise<pg.Client> {
  const fresh = new pg.Client({ connectionString, keepAlive: true, application_name: 'sofra listening' });
  fresh.on('notification', ({ channel, payload }) => {
    for (const ear of ears.get(channel) ?? []) ear.heard(payload ?? '');
  });
  // pg reports a lost line as an error and as an end; without a listener an error would end the process.
  fresh.on('error', () => undefined);
  await fresh.connect();
  for (const channel of ears.keys()) await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
  fresh.once('end', lost);
  return fresh;
}

function tellMissed(ears: Ears): void {
  for (const listeners of ears.values()) for (const ear of listeners) ear.missed();
}

/** Listens on PostgreSQL through a connection of its own, made when the first channel is asked for. */
export function listenOn(connectionString: string): Listening {
  const ears: Ears = new Map();
  let client: Promise<pg.Client> | undefined;
  let closed = false;

  const connect = () =>
    openLine(connectionString, ears, () => {
      if (!closed) void takeUpAgain();
    });

  async function takeUpAgain(): Promise<void> {
    tellMissed(ears);
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
    tellMissed(ears);
  }

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
