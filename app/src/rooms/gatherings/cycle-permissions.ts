import { hasRole } from '#platform/actor.ts';
import type { PermissionTable } from '#platform/permissions.ts';
import { atDesk } from './permissions.ts';

/** What the permissions of a forum cycle look at. */
export interface CycleSubject {
  readonly communityId: string;
  /** Whether the actor moderates the table it is about. */
  readonly moderates?: boolean;
}

type Asking = Parameters<typeof hasRole>[0];
const member = (actor: Asking, { communityId }: CycleSubject) => hasRole(actor, communityId, 'member');
const helps = (actor: Asking, subject: CycleSubject) => atDesk(actor, subject) || subject.moderates === true;

/** A cycle of the community forum: who arranges it, who sits, who writes, who answers. */
export const onCycle = {
  open: { sentence: 'cycle.permission.open', who: ['facilitator', 'steward'], holds: atDesk },
  arrange: { sentence: 'cycle.permission.arrange', who: ['facilitator', 'steward'], holds: atDesk },
  seeComposition: { sentence: 'cycle.permission.see-composition', who: ['facilitator', 'steward'], holds: atDesk },
  choose: { sentence: 'cycle.permission.choose', who: ['facilitator', 'steward'], holds: atDesk },
  sit: { sentence: 'cycle.permission.sit', who: ['member'], holds: member },
  say: { sentence: 'cycle.permission.say', who: ['member'], holds: member },
  seat: { sentence: 'cycle.permission.seat', who: ['facilitator', 'steward', 'moderator'], holds: helps },
  write: { sentence: 'cycle.permission.write', who: ['facilitator', 'steward', 'moderator'], holds: helps },
  seeSeats: {
    sentence: 'cycle.permission.see-seats',
    who: ['member', 'facilitator', 'steward'],
    holds: (actor, { communityId }) => hasRole(actor, communityId, 'member', 'facilitator', 'steward'),
  },
  answer: {
    sentence: 'cycle.permission.answer',
    who: ['official', 'facilitator', 'steward'],
    holds: (actor, { communityId }) => hasRole(actor, communityId, 'official', 'facilitator', 'steward'),
  },
} as const satisfies PermissionTable<CycleSubject>;

export type CycleAbility = keyof typeof onCycle;
