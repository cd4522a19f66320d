import { personOf } from '#platform/actor.ts';
import type { PermissionTable } from '#platform/permissions.ts';
import { atDesk, type GatheringSubject, leads } from './permissions.ts';

/** A gathering, with whose registration is meant. */
export interface ComingSubject extends GatheringSubject {
  readonly registeredPersonId?: string | null;
}

/** Inviting, and saying that one comes. */
export const onComing = {
  invite: {
    sentence: 'coming.permission.invite',
    who: ['facilitator', 'steward', 'chair'],
    holds: (actor, subject) => leads(actor, subject, 'chair'),
  },
  register: {
    sentence: 'coming.permission.register',
    who: ['person'],
    holds: (actor) => actor.kind === 'person',
  },
  registerOther: {
    sentence: 'coming.permission.register-other',
    who: ['facilitator', 'steward', 'chair', 'moderator', 'rapporteur'],
    holds: (actor, subject) => leads(actor, subject, 'chair', 'moderator', 'rapporteur'),
  },
  seeList: { sentence: 'coming.permission.see-list', who: ['facilitator', 'steward'], holds: atDesk },
  change: {
    sentence: 'coming.permission.change',
    who: ['person', 'facilitator', 'steward'],
    holds: (actor, subject) =>
      atDesk(actor, subject) || (actor.kind === 'person' && personOf(actor) === subject.registeredPersonId),
  },
} as const satisfies PermissionTable<ComingSubject>;

export type ComingAbility = keyof typeof onComing;
