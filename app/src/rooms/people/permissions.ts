import type { Actor } from '#platform/actor.ts';
import { personOf } from '#platform/actor.ts';
import type { PermissionTable } from '#platform/permissions.ts';

/** At the door: nobody is turned away before they have knocked. */
export const atTheDoor = {
  enter: { sentence: 'people.permission.enter', who: ['anyone'], holds: () => true },
} satisfies PermissionTable<unknown>;

/** Whose account it is. */
export interface OwnAccount {
  readonly personId: string;
}

const own = (actor: Actor, { personId }: OwnAccount): boolean => personOf(actor) === personId;

/** One's own account is nobody else's: not a facilitator's, not a steward's. */
export const onOwnAccount = {
  see: { sentence: 'people.permission.see-own', who: ['person'], holds: own },
  change: { sentence: 'people.permission.change-own', who: ['person'], holds: own },
  erase: { sentence: 'people.permission.erase-own', who: ['person'], holds: own },
} satisfies PermissionTable<OwnAccount>;

/** Speaking for an organisation: only for one a person belongs to. */
export const onActingFor = {
  act: {
    sentence: 'people.permission.act-for',
    who: ['person'],
    holds: (actor: Actor, { organisationId }: { organisationId: string | null }): boolean =>
      actor.kind === 'person' && (organisationId === null || actor.roles.has(organisationId)),
  },
} satisfies PermissionTable<{ organisationId: string | null }>;
