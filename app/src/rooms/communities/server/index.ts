import type { Room } from '#platform/room.ts';
import { communitiesTables } from '../tables.ts';

export { nextNumber } from './number.ts';
export { rolesOfPerson } from './roles-of-person.ts';

export const communitiesRoom: Room = {
  name: 'communities',
  actions: [],
  permissions: [],
  listeners: [],
  ticks: [],
  tables: communitiesTables,
};
