import { type Actor, hasRole, personOf } from '#platform/actor.ts';
import type { PermissionTable } from '#platform/permissions.ts';
import { type GatheringSubject, leads } from './permissions.ts';

/** What the permissions of the floor look at. */
export interface FloorSubject extends GatheringSubject {
  readonly audience: 'public' | 'members';
  /** The account of the speaker it is about. */
  readonly speakerPersonId?: string | null;
  /** Whether the actor took part: speaks here, asked, wrote, or was on the list. */
  readonly tookPart?: boolean;
}

const seated = ['member', 'facilitator', 'steward', 'teller', 'official', 'observer'] as const;
const sits = (actor: Actor, { communityId }: FloorSubject) => hasRole(actor, communityId, ...seated);

const mayBeThere = (actor: Actor, subject: FloorSubject): boolean =>
  subject.audience === 'public' || sits(actor, subject) || (subject.roles ?? []).length > 0;
const runs = (actor: Actor, subject: FloorSubject) => leads(actor, subject, 'chair', 'moderator', 'rapporteur');
const isSpeaker = (actor: Actor, { speakerPersonId }: FloorSubject) =>
  speakerPersonId !== null && speakerPersonId !== undefined && personOf(actor) === speakerPersonId;

/** What happens while people sit together: speakers, questions, reflections, conclusions, next steps. */
export const onFloor = {
  ask: { sentence: 'floor.permission.ask', who: ['anyone'], holds: mayBeThere },
  moderate: {
    sentence: 'floor.permission.moderate',
    who: ['facilitator', 'steward', 'chair', 'moderator', 'rapporteur'],
    holds: runs,
  },
  speak: {
    sentence: 'floor.permission.speak',
    who: ['person', 'facilitator', 'steward', 'chair', 'moderator', 'rapporteur'],
    holds: (actor, subject) => isSpeaker(actor, subject) || runs(actor, subject),
  },
  conclude: {
    sentence: 'floor.permission.conclude',
    who: [...seated, 'person'],
    holds: (actor, subject) =>
      personOf(actor) !== undefined && (sits(actor, subject) || runs(actor, subject) || subject.tookPart === true),
  },
} as const satisfies PermissionTable<FloorSubject>;
