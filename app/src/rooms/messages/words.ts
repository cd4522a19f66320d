import { z } from 'zod';
import type { Facts } from '#platform/refusal.ts';

/** Mail as soon as it happens · one letter a week · none; the page of notices is always there. */
export const MAIL_WISHES = ['each', 'weekly', 'none'] as const;
export type MailWish = (typeof MAIL_WISHES)[number];

/**
 * What someone is told. `kind` is `room.what-happened`; its sentence is the catalogue key `room.notice.what-happened`, said
 * with `facts` when it is read. `href` is a path in this house. `about` names the thing, so that ten replies to one thread are
 * one unread notice.
 */
export interface NewNotice {
  readonly communityId?: string;
  readonly kind: string;
  readonly facts?: Facts;
  readonly href: string;
  readonly about: string;
  /** `soon`: by mail at once for who wishes that; otherwise it waits on the page and for the weekly letter. */
  readonly mail?: 'soon';
}

/** The catalogue key of a notice's sentence. */
export const noticeKey = (kind: string): string => kind.replace('.', '.notice.');

export const MarkRead = z.object({ upTo: z.uuid().optional() });
export type MarkRead = z.infer<typeof MarkRead>;

export const OpenNotice = z.object({ id: z.uuid() });

export const ChooseMail = z.object({ mail: z.enum(MAIL_WISHES) });
export type ChooseMail = z.infer<typeof ChooseMail>;

export const LeaveMail = z.object({ personId: z.uuid(), wayOut: z.string().min(24).max(100) });
export type LeaveMail = z.infer<typeof LeaveMail>;
