import type { Room } from '#platform/room.ts';
import { onNotices } from '../permissions.ts';
import { messagesTables } from '../tables.ts';
import { chooseMail } from './choose-mail.ts';
import { forgetPerson } from './forget-person.ts';
import { leaveMail } from './leave-mail.ts';
import { markRead } from './mark-read.ts';
import { openNotice } from './open-notice.ts';
import { remindDue } from './remind-due.ts';
import { sendDigests } from './send-digests.ts';
import { sendMails } from './send-mails.ts';
import { tellSeat } from './tell-seat.ts';

export { chooseMail } from './choose-mail.ts';
export { leaveMail } from './leave-mail.ts';
export { markRead } from './mark-read.ts';
export { callOffReminders, notify, remind } from './notify.ts';
export { openNotice } from './open-notice.ts';
export { countUnread, listNotices, type ShownNotice } from './queries.ts';

/** What the house needs of this room. */
export const messagesRoom: Room = {
  name: 'messages',
  actions: [markRead, openNotice, chooseMail, leaveMail],
  permissions: [onNotices],
  listeners: [forgetPerson, ...tellSeat],
  ticks: [remindDue, sendMails, sendDigests],
  tables: messagesTables,
};
