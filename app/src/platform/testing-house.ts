import { join } from 'node:path';
import type { Database } from './database/open.ts';
import type { House } from './house.ts';
import { readCatalogues } from './language/catalogues.ts';
import { makeLanguages } from './language/language.ts';
import type { Letter } from './outgoing/outgoing.ts';
import type { Room } from './room.ts';

/** A house for tests: real database and catalogues, a clock that a test sets, and letters that are kept instead of sent. */
export interface TestHouse extends House {
  readonly letters: Letter[];
  /** Moves the clock. */
  setNow(at: Date | string): void;
  /** Moves the clock on by so many days. */
  passDays(days: number): void;
}

/** Makes it on an open test database with the rooms that the test needs. It begins on 1 November 2026 at 10 UTC. */
export function testHouse(database: Database, rooms: readonly Room[]): TestHouse {
  let now = new Date('2026-11-01T10:00:00Z');
  const letters: Letter[] = [];
  return {
    database,
    languages: makeLanguages(readCatalogues(join(import.meta.dirname, '../locales'))),
    settings: { demo: true, origin: 'http://localhost:3000' },
    outgoing: {
      can: () => true,
      send: async (letter) => {
        letters.push(letter);
        return { sent: true };
      },
      close: async () => undefined,
    },
    rooms,
    actions: new Map(rooms.flatMap((room) => room.actions).map((action) => [action.name, action])),
    now: () => now,
    announced: () => undefined,
    letters,
    setNow: (at) => {
      now = new Date(at);
    },
    passDays: (days) => {
      now = new Date(now.getTime() + days * 86_400_000);
    },
  };
}
