import { personOf } from '#platform/actor.ts';
import type { PermissionTable } from '#platform/permissions.ts';
import { type GatheringSubject, leads } from './permissions.ts';

/** What the permissions of a report look at. */
export interface ReportSubject extends GatheringSubject {
  /** The account of the speaker whose words they are. */
  readonly speakerPersonId?: string | null;
}

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
  approve: {
    sentence: 'report.permission.approve',
    who: ['person'],
    holds: (actor, { speakerPersonId }) => typeof speakerPersonId === 'string' && personOf(actor) === speakerPersonId,
  },
  /** Whoever holds the link is the speaker. */
  answerByLink: { sentence: 'report.permission.answer-by-link', who: ['anyone'], holds: () => true },
} as const satisfies PermissionTable<ReportSubject>;

export type ReportAbility = keyof typeof onReport;
