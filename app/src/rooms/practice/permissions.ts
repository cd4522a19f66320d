import { type Actor, hasRole, personOf } from '#platform/actor.ts';
import type { PermissionTable } from '#platform/permissions.ts';

/** A practice, with the organisations that belong to it and who sits in its circle. */
export interface PracticeSubject {
  readonly communityId: string;
  readonly organisationIds: readonly string[];
  readonly circle: readonly string[];
}

interface InPractice {
  readonly communityId: string;
}
interface Owned {
  readonly personId: string | null;
  readonly organisationId: string | null;
}

const DESK = ['facilitator', 'steward'] as const;
const desk = (actor: Actor, { communityId }: InPractice) => hasRole(actor, communityId, ...DESK);
/** True for people of an organisation. */
export const ofOrganisation = (actor: Actor, organisationId: string | null): boolean =>
  organisationId !== null && hasRole(actor, organisationId, 'member', 'lead');
/** True for the person themselves, or for people of the organisation. */
export const isParty = (actor: Actor, { personId, organisationId }: Owned): boolean =>
  (personId !== null && personOf(actor) === personId) || ofOrganisation(actor, organisationId);
/** A member of the practice, or somebody of an organisation that belongs to it. */
export const belongs = (actor: Actor, { communityId, organisationIds }: PracticeSubject): boolean =>
  hasRole(actor, communityId, 'member', ...DESK) || organisationIds.some((id) => ofOrganisation(actor, id));
const inCircle = (actor: Actor, circle: readonly string[]) => circle.includes(personOf(actor) ?? '');
const coordinates = (actor: Actor, practice: PracticeSubject) =>
  inCircle(actor, practice.circle) || desk(actor, practice);

const ALL_OF_IT = ['person', 'member', ...DESK];

export const onPractice = {
  read: { sentence: 'practice.permission.read', who: ['anyone'], holds: () => true },
  say: { sentence: 'practice.permission.say', who: ALL_OF_IT, holds: belongs },
  introduce: { sentence: 'practice.permission.introduce', who: ALL_OF_IT, holds: belongs },
  write: { sentence: 'practice.permission.write', who: ALL_OF_IT, holds: belongs },
  draw: { sentence: 'practice.permission.draw', who: ALL_OF_IT, holds: belongs },
  takeUp: { sentence: 'practice.permission.take-up', who: ['person'], holds: (actor) => actor.kind === 'person' },
  plan: { sentence: 'practice.permission.plan', who: ['person', ...DESK], holds: coordinates },
  seat: { sentence: 'practice.permission.seat', who: DESK, holds: desk },
} as const satisfies PermissionTable<PracticeSubject>;

/** A seat in the circle, an item of the plan, something to share or to learn, a lesson: each is somebody's. */
export interface OwnedSubject extends InPractice, Owned {
  readonly circle?: readonly string[];
}

const own = (actor: Actor, subject: OwnedSubject) =>
  isParty(actor, subject) || inCircle(actor, subject.circle ?? []) || desk(actor, subject);

export const onOwn = {
  endSeat: { sentence: 'practice.permission.end-seat', who: ['person', ...DESK], holds: own },
  changeItem: { sentence: 'practice.permission.change-item', who: ['person', ...DESK], holds: own },
  takeBack: { sentence: 'practice.permission.take-back', who: ['person', ...DESK], holds: own },
  /** Nobody gives a word for somebody else. */
  giveWord: { sentence: 'practice.permission.give-word', who: ['person'], holds: isParty },
  /** Only the side that was asked; no desk and no circle says yes for others. */
  answer: { sentence: 'practice.permission.answer', who: ['person'], holds: isParty },
} as const satisfies PermissionTable<OwnedSubject>;

/** One case: who tells it, and who is named in it. */
export interface CaseSubject extends InPractice {
  readonly writtenBy: string;
  readonly organisationId: string | null;
  readonly homeCommunityId: string | null;
  readonly open: boolean;
  readonly contributors: readonly Owned[];
}

/** Who tells the case: the one who wrote it, people of its organisation, the desk of its community. */
const tells = (actor: Actor, one: CaseSubject) =>
  isParty(actor, { personId: one.writtenBy, organisationId: one.organisationId }) ||
  (one.homeCommunityId !== null && hasRole(actor, one.homeCommunityId, ...DESK));

export const onCase = {
  /** An open case is read by anyone; a draft by those who tell it or stand in it. */
  readDraft: {
    sentence: 'practice.permission.read-draft',
    who: ['person'],
    holds: (actor, one) => one.open || tells(actor, one) || one.contributors.some((party) => isParty(actor, party)),
  },
  revise: { sentence: 'practice.permission.revise', who: ['person'], holds: tells },
  credit: { sentence: 'practice.permission.credit', who: ['person'], holds: tells },
  publish: { sentence: 'practice.permission.publish', who: ['person'], holds: tells },
  withdraw: {
    sentence: 'practice.permission.withdraw',
    who: ['person', ...DESK],
    holds: (actor, one) => tells(actor, one) || (one.open && desk(actor, one)),
  },
} as const satisfies PermissionTable<CaseSubject>;

/** Who stands in a case; those without an account are spoken for by who tells it. */
export interface ContributorSubject extends Owned {
  readonly outside: boolean;
  readonly of: CaseSubject;
}

export const onContributor = {
  answerCredit: {
    sentence: 'practice.permission.answer-credit',
    who: ['person'],
    holds: (actor, one) => isParty(actor, one) || (one.outside && tells(actor, one.of)),
  },
} as const satisfies PermissionTable<ContributorSubject>;
