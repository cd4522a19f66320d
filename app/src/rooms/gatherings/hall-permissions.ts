import type { PermissionTable } from '#platform/permissions.ts';
import { type GatheringSubject, leads } from './permissions.ts';

/** A hall, with whether the actor was there by the list. */
export interface HallSubject extends GatheringSubject {
  readonly present?: boolean;
}

/** What is recorded in a hall. */
export const onHall = {
  record: {
    sentence: 'hall.permission.record',
    who: ['facilitator', 'steward', 'chair', 'moderator', 'rapporteur'],
    holds: (actor, subject) => leads(actor, subject, 'chair', 'moderator', 'rapporteur'),
  },
  announceSpeaking: {
    sentence: 'hall.permission.announce-speaking',
    who: ['facilitator', 'steward', 'chair'],
    holds: (actor, subject) => leads(actor, subject, 'chair'),
  },
  layMinutes: {
    sentence: 'hall.permission.lay-minutes',
    who: ['facilitator', 'steward', 'chair', 'rapporteur'],
    holds: (actor, subject) => leads(actor, subject, 'chair', 'rapporteur'),
  },
  answerMinutes: {
    sentence: 'hall.permission.answer-minutes',
    who: ['person'],
    holds: (actor, { present = false }) => actor.kind === 'person' && present,
  },
} as const satisfies PermissionTable<HallSubject>;

export type HallAbility = keyof typeof onHall;
