import { sql } from 'kysely';
import type { House } from '#platform/house.ts';
import { newToken } from '#platform/ids.ts';

/** Processes tell each other which gatherings moved, at most once in so long. */
const CHANNEL = 'sofra_live';
const TELL_MS = 100;

/** The other processes of a house that show gatherings. */
export interface OtherProcesses {
  /** Tells them soon that something happened in this gathering. */
  tell(gatheringId: string): void;
  close(): Promise<void>;
}

/** What they told, and that something they told may have been lost. */
interface Ear {
  heard(gatheringId: string): void;
  missed(): void;
}

/** Listens to them, and tells them. */
export async function joinOthers(house: House, { heard, missed }: Ear): Promise<OtherProcesses> {
  const me = newToken(6);
  const untold = new Set<string>();
  let telling: NodeJS.Timeout | undefined;

  function tellNow(): void {
    telling = undefined;
    const payload = JSON.stringify([me, ...untold]);
    untold.clear();
    sql`select pg_notify(${CHANNEL}, ${payload})`
      .execute(house.database.db)
      // The others look again by themselves within seconds.
      .catch((error) => console.error(JSON.stringify({ at: house.now(), live: 'tell', error: String(error) })));
  }

  const stopHearing = await house.database.listen(
    CHANNEL,
    (payload) => {
      const [from, ...ids] = JSON.parse(payload) as string[];
      if (from !== me) for (const id of ids) heard(id);
    },
    missed,
  );
  return {
    tell(gatheringId) {
      untold.add(gatheringId);
      telling ??= setTimeout(tellNow, TELL_MS);
    },
    async close() {
      clearTimeout(telling);
      await stopHearing();
    },
  };
}
