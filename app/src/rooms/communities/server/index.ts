import type { Room } from '#platform/room.ts';
import { communitiesTables } from '../tables.ts';

export { attributeCounts, type GroupCount, type ShownCount, shownCounts } from './attribute-counts.ts';
export { type BenchmarkLine, benchmarkOf, charterOf, chartersOf } from './charter-of.ts';
export {
  allCommunities,
  communityById,
  findCommunity,
  findOrganisation,
  organisationById,
  organisationsOf,
} from './find-community.ts';
export { countMembers, isMemberSince, membersOf, peopleWithRole } from './members-of.ts';
export { nextNumber } from './number.ts';
export { helpLines, peopleOfPower, privateDoorKeepers } from './private-door.ts';
export { rolesOfPerson } from './roles-of-person.ts';

export const communitiesRoom: Room = {
  name: 'communities',
  actions: [],
  permissions: [],
  listeners: [],
  ticks: [],
  tables: communitiesTables,
};
