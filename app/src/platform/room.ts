import type { AnyAction } from './action.ts';
import type { Db } from './database/tables.ts';
import type { House } from './house.ts';
import type { Listener } from './listeners.ts';
import type { PermissionTable } from './permissions.ts';
import type { RegisteredTable } from './register.ts';

/** Something that looks for what has fallen due (rows with a `dueAt`) and calls an action for each. */
export interface Tick {
  readonly name: string;
  run(house: House): Promise<void>;
}

/** What a room hands to the house: everything the platform needs to run it without knowing it. */
export interface Room {
  readonly name: string;
  readonly actions: readonly AnyAction[];
  // biome-ignore lint/suspicious/noExplicitAny: the public page prints sentences of every subject
  readonly permissions: readonly PermissionTable<any>[];
  readonly listeners: readonly Listener[];
  readonly ticks: readonly Tick[];
  readonly tables: readonly RegisteredTable[];
  /** How many months each community keeps what it keeps for a while only; of the one room that knows. */
  keeps?(db: Db): Promise<readonly { readonly communityId: string; readonly months: number }[]>;
}
