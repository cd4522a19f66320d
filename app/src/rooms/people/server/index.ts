import type { Room } from '#platform/room.ts';
import { atTheDoor, onActingFor, onOwnAccount } from '../permissions.ts';
import { peopleTables } from '../tables.ts';
import { changeProfile } from './account/change-profile.ts';
import { changeReading } from './account/change-reading.ts';
import { askAddressCode, confirmAddress, removeAddress } from './account/confirm-address.ts';
import { erasePerson } from './account/erase-person.ts';
import { revokeOwnCard } from './cards/revoke-own-card.ts';
import { useCard } from './cards/use-card.ts';
import { addPasskey, beginPasskey, removePasskey } from './passkeys/add-passkey.ts';
import { askPasskey, givePasskey } from './passkeys/give-passkey.ts';
import { actFor } from './sessions/act-for.ts';
import { signOut, signOutEverywhere } from './sessions/sign-out.ts';
import { askCode } from './sign-in/ask-code.ts';
import { choosePerson } from './sign-in/choose-person.ts';
import { giveCode } from './sign-in/give-code.ts';
import { introduceOneself } from './sign-in/introduce-oneself.ts';

export { deviceWords } from '../rules.ts';
export { type DemoPersonKey, demoPersonIds, seedPeople } from '../seed.ts';
export { addAddress, createPerson } from './account/create-person.ts';
export { insistAtTable } from './account/find-person.ts';
export { type PersonName, personNames } from './account/person-names.ts';
export { showMe } from './account/queries.ts';
export { comingInAlone } from './account/ways-in.ts';
export { type MadeCard, makeCard } from './cards/make-card.ts';
export { type FoundSession, findSession } from './sessions/find-session.ts';
export { seatCookie } from './sessions/secrets.ts';
export { showChoice, showDoor, showWaiting } from './sign-in/queries.ts';
export {
  actFor,
  addPasskey,
  askAddressCode,
  askCode,
  askPasskey,
  beginPasskey,
  changeProfile,
  changeReading,
  choosePerson,
  confirmAddress,
  erasePerson,
  giveCode,
  givePasskey,
  introduceOneself,
  removeAddress,
  removePasskey,
  revokeOwnCard,
  signOut,
  signOutEverywhere,
  useCard,
};

export const peopleRoom: Room = {
  name: 'people',
  actions: [
    askCode,
    giveCode,
    choosePerson,
    introduceOneself,
    useCard,
    askPasskey,
    givePasskey,
    beginPasskey,
    addPasskey,
    removePasskey,
    signOut,
    signOutEverywhere,
    actFor,
    changeProfile,
    changeReading,
    askAddressCode,
    confirmAddress,
    removeAddress,
    revokeOwnCard,
    erasePerson,
  ],
  permissions: [atTheDoor, onOwnAccount, onActingFor],
  listeners: [],
  ticks: [],
  tables: peopleTables,
};
