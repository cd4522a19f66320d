import type { PermissionTable } from '#platform/permissions.ts';
import { type GatheringSubject, leads } from './permissions.ts';

/** The report of a gathering. */
export const onReport = {
  write: {
    sentence: 'report.permission.write',
    who: ['facilitator', 'steward'],
    holds: (actor, subject) => leads(actor, subject, 'rapporteur'),
  },
  publish: {
    sentence: 'report.permission.publish',
    who: ['facilitator', 'steward'],
    holds: (actor, subject) => leads(actor, subject, 'rapporteur'),
  },
  bringYes: {
    sentence: 'report.permission.bring-yes',
    who: ['facilitator', 'steward'],
    holds: (actor, subject) => leads(actor, subject, 'rapporteur', 'moderator', 'chair'),
  },
  /** Whoever holds the link is the speaker. */
  answerByLink: { sentence: 'report.permission.answer-by-link', who: ['anyone'], holds: () => true },
} as const satisfies PermissionTable<GatheringSubject>;

export type ReportAbility = keyof typeof onReport;
