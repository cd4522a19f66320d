import { onComing } from '../../coming-permissions.ts';
import type { Part } from '../part.ts';
import { changeWishes } from './change-wishes.ts';
import { invitePeople } from './invite-people.ts';
import { comingListeners, forgetDue } from './listeners.ts';
import { registerOneself } from './register-oneself.ts';
import { registerOther } from './register-other.ts';
import { withdrawRegistration } from './withdraw-registration.ts';

export { changeWishes } from './change-wishes.ts';
export { invitePeople } from './invite-people.ts';
export { registerOneself } from './register-oneself.ts';
export { registerOther } from './register-other.ts';
export { type ComingList, type ListedInvitation, type ListedRegistration, showComing } from './show-list.ts';
export {
  type Coming,
  comingOf,
  type MyRegistration,
  type RegistrationPage,
  showRegistration,
} from './show-registration.ts';
export { withdrawRegistration } from './withdraw-registration.ts';

export const comingPart: Part = {
  actions: [invitePeople, registerOneself, registerOther, changeWishes, withdrawRegistration],
  permissions: [onComing],
  listeners: comingListeners,
  ticks: [forgetDue],
};
