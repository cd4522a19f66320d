import type { Announcement, Context } from './context.ts';

/** Hears one kind of announcement exactly once, in a transaction of its own; its actor is the house itself. */
export interface Listener {
  /** `room.what-it-does`: the key under which it is remembered that it has heard. */
  readonly name: string;
  readonly hears: string;
  hear(context: Context, announcement: Announcement): Promise<void>;
}
