import type { Room } from '#platform/room.ts';
import { atTheDoor, onActingFor, onOwnAccount } from '../permissions.ts';
import { peopleTables } from '../tables.ts';
import { actFor } from './act-for.ts';
import { askCode } from './ask-code.ts';
import { changeReading } from './change-reading.ts';
import { choosePerson } from './choose-person.ts';
import { giveCode } from './give-code.ts';
import { introduceOneself } from './introduce-oneself.ts';
import { signOut, signOutEverywhere } from './sign-out.ts';

export { deviceWords } from '../rules.ts';
export { actFor } from './act-for.ts';
export { askCode } from './ask-code.ts';
export { changeReading } from './change-reading.ts';
export { choosePerson } from './choose-person.ts';
export { addAddress, createPerson } from './create-person.ts';
export { type FoundSession, findSession } from './find-session.ts';
export { giveCode } from './give-code.ts';
export { introduceOneself } from './introduce-oneself.ts';
export { type PersonName, personNames } from './person-names.ts';
export { showChoice, showDoor, showWaiting } from './queries.ts';
export { seatCookie } from './secrets.ts';
export { signOut, signOutEverywhere } from './sign-out.ts';

export const peopleRoom: Room = {
  name: 'people',
  actions: [askCode, giveCode, choosePerson, introduceOneself, signOut, signOutEverywhere, actFor, changeReading],
  permissions: [atTheDoor, onOwnAccount, onActingFor],
  listeners: [],
  ticks: [],
  tables: peopleTables,
};
export { type DemoPersonKey, demoAddress, demoPersonIds, seedPeople } from '../seed.ts';
