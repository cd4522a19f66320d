import type { Announcement, Context } from './context.ts';

/** Hears one kind of announcement exactly once, in a transaction of its own; its actor is the house itself. */
export interface Listener {
  /** `room.what-it-does`: the key under which it is remembered that it has heard. */
  readonly name: string;
  readonly hears: string;
  /** `announcedAt`: when it happened; the context's own time is when it is heard. */
  hear(context: Context, announcement: Announcement, announcedAt?: Date): Promise<void>;
}
