import { hasRole } from '#platform/actor.ts';
import type { PermissionTable } from '#platform/permissions.ts';

/** What the permissions of this room look at. */
export interface DecisionSubject {
  readonly communityId: string;
  /** Who may write a paper, by the charter. */
  readonly mayDraft?: 'person' | 'member' | 'facilitator' | 'steward';
  readonly draftedBy?: string | null;
  /** Whether the actor stands on the roll as it was fixed. */
  readonly seated?: boolean;
}

/** Who may do what with a decision. Nobody acts here for an organisation: persons vote, and papers are written by persons. */
export const onDecision = {
  draft: {
    sentence: 'decisions.permission.draft',
    who: ['member', 'facilitator', 'steward'],
    holds: (actor, { communityId, mayDraft = 'facilitator' }) =>
      hasRole(
        actor,
        communityId,
        ...(mayDraft === 'person' || mayDraft === 'member' ? ['member'] : []),
        'facilitator',
        'steward',
      ) &&
      (mayDraft !== 'steward' || hasRole(actor, communityId, 'steward')),
  },
  revise: {
    sentence: 'decisions.permission.revise',
    who: ['member', 'facilitator', 'steward'],
    holds: (actor, { communityId, draftedBy }) =>
      hasRole(actor, communityId, 'facilitator', 'steward') ||
      (actor.kind === 'person' && actor.personId === draftedBy && hasRole(actor, communityId, 'member')),
  },
  open: {
    sentence: 'decisions.permission.open',
    who: ['facilitator', 'steward'],
    holds: (actor, { communityId }) => hasRole(actor, communityId, 'facilitator', 'steward'),
  },
  cast: {
    sentence: 'decisions.permission.cast',
    who: ['member'],
    holds: (actor, { communityId, seated }) =>
      seated === true && hasRole(actor, communityId, 'member') && !hasRole(actor, communityId, 'official'),
  },
  close: {
    sentence: 'decisions.permission.close',
    who: ['facilitator', 'steward', 'teller'],
    holds: (actor, { communityId }) => hasRole(actor, communityId, 'facilitator', 'steward', 'teller'),
  },
  seeRoll: {
    sentence: 'decisions.permission.see-roll',
    who: ['member'],
    holds: (actor, { communityId }) => hasRole(actor, communityId, 'member'),
  },
  object: {
    sentence: 'decisions.permission.object',
    who: ['member'],
    holds: (actor, { communityId }) => hasRole(actor, communityId, 'member'),
  },
  answerObjection: {
    sentence: 'decisions.permission.answer-objection',
    who: ['teller', 'steward'],
    holds: (actor, { communityId }) => hasRole(actor, communityId, 'teller', 'steward'),
  },
  extend: {
    sentence: 'decisions.permission.extend',
    who: ['facilitator', 'steward'],
    holds: (actor, { communityId }) => hasRole(actor, communityId, 'facilitator', 'steward'),
  },
  invite: {
    sentence: 'decisions.permission.invite',
    who: ['facilitator', 'steward'],
    holds: (actor, { communityId }) => hasRole(actor, communityId, 'facilitator', 'steward'),
  },
  withdraw: {
    sentence: 'decisions.permission.withdraw',
    who: ['facilitator', 'steward'],
    holds: (actor, { communityId }) => hasRole(actor, communityId, 'facilitator', 'steward'),
  },
  answer: {
    sentence: 'decisions.permission.answer',
    who: ['official', 'facilitator', 'steward'],
    holds: (actor, { communityId }) => hasRole(actor, communityId, 'official', 'facilitator', 'steward'),
  },
} as const satisfies PermissionTable<DecisionSubject>;

/** What the page may offer; the names of `onDecision`. */
export type DecisionAbility = keyof typeof onDecision;
