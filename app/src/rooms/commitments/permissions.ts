import { type Actor, hasRole, personOf } from '#platform/actor.ts';
import type { PermissionTable } from '#platform/permissions.ts';

/** The given words of a community. */
export interface CommitmentsSubject {
  readonly communityId: string;
  /** Whose word is to be written down; absent: whose, is not known yet. */
  readonly by?: { readonly personId?: string; readonly organisationId?: string };
}

/** One given word. */
export interface CommitmentSubject {
  readonly communityId: string;
  readonly byPersonId: string | null;
  readonly byOrganisationId: string | null;
  readonly toOrganisationId: string | null;
  readonly toCommunityId: string | null;
  /** Somebody else than who gave it wrote it down. */
  readonly writtenByOther: boolean;
}

const desk = (actor: Actor, { communityId }: { communityId: string }) =>
  hasRole(actor, communityId, 'facilitator', 'steward');
const inOrganisation = (actor: Actor, organisationId: string | null | undefined) =>
  typeof organisationId === 'string' && hasRole(actor, organisationId, 'lead', 'member');
const isSelf = (actor: Actor, personId: string | null | undefined) =>
  typeof personId === 'string' && personOf(actor) === personId;

/** The actor gave it: themselves, or the organisation they belong to. */
export const gaveIt = (actor: Actor, subject: CommitmentSubject): boolean =>
  isSelf(actor, subject.byPersonId) || inOrganisation(actor, subject.byOrganisationId);

/** It was given to the actor: a person of the organisation, or a member of the community. Never to who gave it. */
export function wasGivenIt(actor: Actor, subject: CommitmentSubject): boolean {
  if (gaveIt(actor, subject)) return false;
  if (subject.toOrganisationId) return inOrganisation(actor, subject.toOrganisationId);
  return hasRole(actor, subject.toCommunityId ?? subject.communityId, 'member');
}

export const onCommitments = {
  read: { sentence: 'commitments.permission.read', who: ['anyone'], holds: () => true },
  make: {
    sentence: 'commitments.permission.make',
    who: ['member', 'official', 'facilitator', 'steward'],
    holds: (actor, { communityId }) => hasRole(actor, communityId, 'member', 'official', 'facilitator', 'steward'),
  },
  writeDown: {
    sentence: 'commitments.permission.write-down',
    who: ['facilitator', 'steward'],
    holds: (actor, { communityId, by }) =>
      desk(actor, { communityId }) || isSelf(actor, by?.personId) || inOrganisation(actor, by?.organisationId),
  },
} satisfies PermissionTable<CommitmentsSubject>;

export const onCommitment = {
  answer: { sentence: 'commitments.permission.answer', who: ['member'], holds: wasGivenIt },
  sayOwnWord: { sentence: 'commitments.permission.say-own-word', who: ['person'], holds: gaveIt },
  agreeAnew: {
    sentence: 'commitments.permission.agree-anew',
    who: ['person', 'facilitator', 'steward'],
    holds: (actor, subject) => gaveIt(actor, subject) || desk(actor, subject),
  },
  takeBack: {
    sentence: 'commitments.permission.take-back',
    who: ['person', 'facilitator', 'steward'],
    // A word that people gave themselves is theirs alone: the desk can't make it disappear.
    holds: (actor, subject) => gaveIt(actor, subject) || (subject.writtenByOther && desk(actor, subject)),
  },
} satisfies PermissionTable<CommitmentSubject>;
