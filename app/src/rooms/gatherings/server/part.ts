import type { Room } from '#platform/room.ts';

/** What one folder of this room hands to the room's door. */
export type Part = Partial<Omit<Room, 'name' | 'tables'>>;
