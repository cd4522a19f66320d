export { onNotices } from './permissions.ts';
export { MAIL_WISHES, type MailWish, type NewNotice, noticeKey } from './words.ts';
