import type { AnyAction } from './action.ts';
import type { Actor } from './actor.ts';
import type { Announcement, Context, ContextSettings } from './context.ts';
import { forOnePage, type RowMemory } from './database/one-page.ts';
import type { Database } from './database/open.ts';
import { newDigits, newSecretId, newTimeId, newToken } from './ids.ts';
import type { Language, Languages } from './language/language.ts';
import type { Outgoing } from './outgoing/outgoing.ts';
import type { Room } from './room.ts';

/** Everything one process holds: opened once, passed down, closed at the end. */
export interface House {
  readonly database: Database;
  readonly languages: Languages;
  readonly settings: ContextSettings;
  readonly outgoing: Outgoing;
  readonly rooms: readonly Room[];
  /** What pages begin with, remembered between them; only where every touch is heard, in a process that serves pages. */
  readonly memory?: RowMemory;
  /** The clock; a test moves time by replacing it. */
  now(): Date;
  /** Called after a transaction that announced something has committed: wakes the worker, open screens, drops cached pages. */
  announced(communityIds: readonly string[], quiet: boolean, announcements: readonly Announcement[]): void;
  /** Every action by its name. */
  readonly actions: ReadonlyMap<string, AnyAction>;
}

/** A context for reading one page: the plain database, nothing to announce. Throws when something is announced all the same. */
export function readingContext(house: House, actor: Actor, language: Language): Context {
  const now = house.now();
  return {
    now,
    actor,
    db: forOnePage(house.database.db, house.memory && { memory: house.memory, now: now.getTime() }),
    language,
    settings: house.settings,
    outgoing: house.outgoing,
    ...chanceAt(now),
    announce: () => {
      throw new Error('a page that reads has nothing to announce');
    },
    afterwards: () => {
      throw new Error('a page that reads has nothing to do afterwards');
    },
  };
}

/** The dice of a context: ids and tokens. */
export const chanceAt = (now: Date) => ({
  newId: () => newTimeId(now),
  newSecretId,
  newToken,
  newDigits,
});
