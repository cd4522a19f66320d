import { onGathering } from '../../permissions.ts';
import type { Part } from '../part.ts';
import { callGathering } from './call-gathering.ts';
import { callOffGathering } from './call-off-gathering.ts';
import { endRole } from './end-role.ts';
import { giveRole } from './give-role.ts';
import { reviseGathering } from './revise-gathering.ts';

export { type CalendarFile, calendarOfCommunity, calendarOfGathering } from './calendar.ts';
export { callGathering } from './call-gathering.ts';
export { callOffGathering } from './call-off-gathering.ts';
export { endRole } from './end-role.ts';
export { type Found, type Gathering, gatheringAt } from './find-gathering.ts';
export { giveRole } from './give-role.ts';
export { homeOfGatherings } from './home.ts';
export { type GatheringsPage, type ListedGathering, listGatherings } from './list-gatherings.ts';
export { reviseGathering } from './revise-gathering.ts';
export {
  type CallForm,
  type RolesOfGathering,
  showCallForm,
  showRevisionForm,
  showRolesOfGathering,
} from './show-call-form.ts';
export { type GatheringPage, type Host, type RoleHolder, showGathering } from './show-gathering.ts';

export const callingPart: Part = {
  actions: [callGathering, reviseGathering, callOffGathering, giveRole, endRole],
  permissions: [onGathering],
};
