import type { Room } from '#platform/room.ts';
import { atDesk, byCharter, onCommunity, onHouse, onOrganisation } from '../permissions.ts';
import { communitiesTables } from '../tables.ts';
import { leaveEverywhere } from './after-erasure.ts';
import { sayAttribute, withdrawAttribute } from './attributes/say-attribute.ts';
import { beginHouse } from './community/begin-house.ts';
import { monthsKept } from './community/charter-of.ts';
import { editCommunity } from './community/edit-community.ts';
import { foundCommunity } from './community/found-community.ts';
import { endHelpLine, enterHelpLine } from './community/help-lines.ts';
import { setBenchmark } from './community/set-benchmark.ts';
import { writeCharter } from './community/write-charter.ts';
import { acceptInvitation, declineInvitation } from './invitations/answer-invitation.ts';
import { holdInvitations } from './invitations/hold-invitations.ts';
import { invitePerson } from './invitations/invite-person.ts';
import { forgetInvitations, sendInvitations } from './invitations/ticks.ts';
import { undoList } from './invitations/undo-list.ts';
import { admitRequest } from './membership/admit-request.ts';
import { giveCard, unvouchFor, vouchFor } from './membership/confirm-seat.ts';
import { declineRequest, withdrawRequest } from './membership/decline-request.ts';
import { joinCommunity } from './membership/join-community.ts';
import { changeBelonging, leaveCommunity } from './membership/leave-community.ts';
import { reprintCard } from './membership/reprint-card.ts';
import { seatPeople } from './membership/seat-people.ts';
import { bringOrganisation, partOrganisation } from './organisations/bring-organisation.ts';
import { addToOrganisation, endInOrganisation } from './organisations/people-of-organisation.ts';
import { editOrganisation, registerOrganisation } from './organisations/register-organisation.ts';
import { proposeRole } from './roles/propose-role.ts';
import { askRecall, supportRecall } from './roles/recall-steward.ts';
import { declineRole, secondRole } from './roles/second-role.ts';
import { stepDown } from './roles/step-down.ts';

export { type Deed, demoTown, seedCommunities, type Town } from '../seed.ts';
export { answeredBy } from './attributes/answered-by.ts';
export { attributeCounts, type GroupCount, type ShownCount, shownCounts } from './attributes/attribute-counts.ts';
export { charterGroups, groupsOf } from './attributes/groups-of.ts';
export { sayOfOneself } from './attributes/say-attribute.ts';
export { houseIsNew } from './community/begin-house.ts';
export { type BenchmarkLine, benchmarkOf, charterOf, monthsKept } from './community/charter-of.ts';
export {
  allCommunities,
  communityByCode,
  communityById,
  findCommunity,
  findOrganisation,
  organisationById,
  organisationsOf,
} from './community/find-community.ts';
export { nextNumber } from './community/store.ts';
export { homeOfCommunity } from './home.ts';
export { type ShownInvitation, showInvitation } from './invitations/answer-invitation.ts';
export { checkInvitations } from './invitations/check-invitations.ts';
export { showHeldInvitations } from './invitations/hold-invitations.ts';
export { applyHeldInvitations, importInvitations } from './invitations/import-invitations.ts';
export { mayInvite, showInvite } from './invitations/invite-person.ts';
export { type ShownList, showLists } from './invitations/queries.ts';
export { isMemberSince, membersOf, peopleWithRole, seatOf } from './membership/members-of.ts';
export { type ListedMember, type MembersPage, showMembers } from './membership/queries.ts';
export { showCards } from './membership/reprint-card.ts';
export { printCards } from './membership/seat-people.ts';
export { myOrganisations, type OrganisationPage, showOrganisation } from './organisations/queries.ts';
export {
  type About,
  type CommunityFrame,
  type MySeat,
  showAbout,
  showFrame,
  showMySeat,
} from './queries.ts';
export { helpLines, privateDoorKeepers } from './roles/private-door.ts';
export { type Holder, type RolesPage, showRoles } from './roles/queries.ts';
export { rolesOfPerson } from './roles/roles-of-person.ts';
export {
  acceptInvitation,
  addToOrganisation,
  admitRequest,
  askRecall,
  beginHouse,
  bringOrganisation,
  changeBelonging,
  declineInvitation,
  declineRequest,
  declineRole,
  editCommunity,
  editOrganisation,
  endHelpLine,
  endInOrganisation,
  enterHelpLine,
  foundCommunity,
  giveCard,
  holdInvitations,
  invitePerson,
  joinCommunity,
  leaveCommunity,
  partOrganisation,
  proposeRole,
  registerOrganisation,
  reprintCard,
  sayAttribute,
  seatPeople,
  secondRole,
  setBenchmark,
  stepDown,
  supportRecall,
  undoList,
  unvouchFor,
  vouchFor,
  withdrawAttribute,
  withdrawRequest,
  writeCharter,
};

export const communitiesRoom: Room = {
  name: 'communities',
  actions: [
    beginHouse,
    foundCommunity,
    editCommunity,
    writeCharter,
    setBenchmark,
    enterHelpLine,
    endHelpLine,
    joinCommunity,
    withdrawRequest,
    admitRequest,
    declineRequest,
    leaveCommunity,
    changeBelonging,
    giveCard,
    seatPeople,
    reprintCard,
    vouchFor,
    unvouchFor,
    proposeRole,
    secondRole,
    declineRole,
    stepDown,
    askRecall,
    supportRecall,
    sayAttribute,
    withdrawAttribute,
    registerOrganisation,
    editOrganisation,
    addToOrganisation,
    endInOrganisation,
    bringOrganisation,
    partOrganisation,
    holdInvitations,
    invitePerson,
    acceptInvitation,
    declineInvitation,
    undoList,
  ],
  permissions: [onHouse, onCommunity, byCharter, atDesk, onOrganisation],
  listeners: [leaveEverywhere],
  ticks: [sendInvitations, forgetInvitations],
  tables: communitiesTables,
  keeps: monthsKept,
};
