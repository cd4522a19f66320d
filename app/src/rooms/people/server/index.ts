import type { Room } from '#platform/room.ts';
import { atTheDoor, onActingFor, onOwnAccount } from '../permissions.ts';
import { peopleTables } from '../tables.ts';
import { changeReading } from './account/change-reading.ts';
import { useCard } from './cards/use-card.ts';
import { actFor } from './sessions/act-for.ts';
import { signOut, signOutEverywhere } from './sessions/sign-out.ts';
import { askCode } from './sign-in/ask-code.ts';
import { choosePerson } from './sign-in/choose-person.ts';
import { giveCode } from './sign-in/give-code.ts';
import { introduceOneself } from './sign-in/introduce-oneself.ts';

export { deviceWords } from '../rules.ts';
export { changeReading } from './account/change-reading.ts';
export { addAddress, createPerson } from './account/create-person.ts';
export { type PersonName, personNames } from './account/person-names.ts';
export { actFor } from './sessions/act-for.ts';
export { type FoundSession, findSession } from './sessions/find-session.ts';
export { seatCookie } from './sessions/secrets.ts';
export { signOut, signOutEverywhere } from './sessions/sign-out.ts';
export { askCode } from './sign-in/ask-code.ts';
export { choosePerson } from './sign-in/choose-person.ts';
export { giveCode } from './sign-in/give-code.ts';
export { introduceOneself } from './sign-in/introduce-oneself.ts';
export { showChoice, showDoor, showWaiting } from './sign-in/queries.ts';

export const peopleRoom: Room = {
  name: 'people',
  actions: [
    askCode,
    giveCode,
    choosePerson,
    introduceOneself,
    signOut,
    signOutEverywhere,
    actFor,
    changeReading,
    useCard,
  ],
  permissions: [atTheDoor, onOwnAccount, onActingFor],
  listeners: [],
  ticks: [],
  tables: peopleTables,
};
export { type DemoPersonKey, demoAddress, demoPersonIds, seedPeople } from '../seed.ts';
export { insistAtTable } from './account/find-person.ts';
export { type MadeCard, makeCard, revokeCard } from './cards/make-card.ts';
export { type CardAnswer, useCard } from './cards/use-card.ts';
