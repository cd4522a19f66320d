import { hasRole, personOf } from '#platform/actor.ts';
import type { PermissionTable } from '#platform/permissions.ts';
import type { GatheringRole } from './words.ts';

/** What the permissions of this room look at. */
export interface GatheringSubject {
  readonly communityId: string;
  /** Roles that the actor holds in this one gathering. */
  readonly roles?: readonly GatheringRole[];
}

type Asking = Parameters<typeof hasRole>[0];

/** At the desk of the community in whose house the gathering stands. */
export const atDesk = (actor: Asking, { communityId }: GatheringSubject): boolean =>
  hasRole(actor, communityId, 'facilitator', 'steward');

/** At the desk, or holding one of these roles in the gathering. */
export const leads = (actor: Asking, subject: GatheringSubject, ...roles: GatheringRole[]): boolean =>
  atDesk(actor, subject) ||
  (personOf(actor) !== undefined && (subject.roles ?? []).some((role) => roles.includes(role)));

const SEATED = ['member', 'facilitator', 'steward', 'official', 'observer', 'teller'] as const;

/** Whether somebody may know of a gathering: a public one everyone, one for members whoever has a seat or a role in it. */
export const mayKnow = (
  actor: Asking,
  { communityId, audience, roles = [] }: GatheringSubject & { readonly audience: string },
): boolean =>
  actor.kind === 'system' || audience === 'public' || roles.length > 0 || hasRole(actor, communityId, ...SEATED);

/** Calling people together and saying who does what there. */
export const onGathering = {
  call: {
    sentence: 'gatherings.permission.call',
    who: ['facilitator', 'steward'],
    holds: atDesk,
  },
  revise: {
    sentence: 'gatherings.permission.revise',
    who: ['facilitator', 'steward', 'chair'],
    holds: (actor, subject) => leads(actor, subject, 'chair'),
  },
  callOff: {
    sentence: 'gatherings.permission.call-off',
    who: ['facilitator', 'steward'],
    holds: atDesk,
  },
  giveRoles: {
    sentence: 'gatherings.permission.give-roles',
    who: ['facilitator', 'steward'],
    holds: atDesk,
  },
} as const satisfies PermissionTable<GatheringSubject>;

export type GatheringAbility = keyof typeof onGathering;
