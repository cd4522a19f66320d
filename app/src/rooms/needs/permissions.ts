import { type Actor, hasRole, personOf } from '#platform/actor.ts';
import type { PermissionTable } from '#platform/permissions.ts';
import { type Circle, hasSeat, inCircle } from '#rooms/communities/index.ts';

/** The needs of a community, with what its charter says about raising them. */
export interface NeedsSubject {
  readonly communityId: string;
  readonly raiseNeed: Circle;
}

interface InCommunity {
  readonly communityId: string;
}

const DESK = ['facilitator', 'steward'] as const;
const SEATED = ['member', 'facilitator', 'steward', 'teller', 'official', 'observer'] as const;
const desk = (actor: Actor, { communityId }: InCommunity) => hasRole(actor, communityId, ...DESK);
const person = (actor: Actor) => actor.kind === 'person';

export const onNeeds = {
  read: { sentence: 'needs.permission.read', who: ['anyone'], holds: () => true },
  raise: {
    sentence: 'needs.permission.raise',
    who: ['person'],
    holds: (actor, { communityId, raiseNeed }) => inCircle(actor, communityId, raiseNeed),
  },
  offer: { sentence: 'needs.permission.offer', who: ['person'], holds: person },
  tellPrivately: { sentence: 'needs.permission.tell-privately', who: ['person'], holds: person },
  note: { sentence: 'needs.permission.note', who: ['person'], holds: person },
  enterSheet: { sentence: 'needs.permission.enter-sheet', who: DESK, holds: desk },
  bring: { sentence: 'needs.permission.bring', who: DESK, holds: desk },
  merge: { sentence: 'needs.permission.merge', who: DESK, holds: desk },
  group: { sentence: 'needs.permission.group', who: DESK, holds: desk },
} satisfies PermissionTable<NeedsSubject>;

/** One need. */
export interface NeedSubject extends InCommunity {
  readonly raisedBy: string | null;
  /** Who wrote it down for somebody else. */
  readonly enteredBy: string | null;
  /** The actor says "me too". */
  readonly supported: boolean;
}

const raiser = (actor: Actor, { raisedBy }: NeedSubject) => raisedBy !== null && personOf(actor) === raisedBy;
/** Who raised it; where nobody with an account did, who wrote it down. */
const author = (actor: Actor, { raisedBy, enteredBy }: NeedSubject) => {
  const by = raisedBy ?? enteredBy;
  return by !== null && personOf(actor) === by;
};

export const onNeed = {
  support: {
    sentence: 'needs.permission.support',
    who: ['member'],
    holds: (actor, { communityId }) => inCircle(actor, communityId, 'member'),
  },
  talk: {
    sentence: 'needs.permission.talk',
    who: SEATED,
    holds: (actor, { communityId }) => hasSeat(actor, communityId),
  },
  edit: { sentence: 'needs.permission.edit', who: ['person'], holds: author },
  withdraw: { sentence: 'needs.permission.withdraw', who: ['person'], holds: author },
  changeState: { sentence: 'needs.permission.change-state', who: DESK, holds: desk },
  sayYes: {
    sentence: 'needs.permission.say-yes',
    who: DESK,
    holds: (actor, need) => raiser(actor, need) || desk(actor, need),
  },
  answerAgain: {
    sentence: 'needs.permission.answer-again',
    who: ['person', ...DESK],
    holds: (actor, need) => raiser(actor, need) || desk(actor, need) || (person(actor) && need.supported),
  },
} satisfies PermissionTable<NeedSubject>;

/** One offer. */
export interface OfferSubject extends InCommunity {
  readonly offeredBy: string;
}

export const onOffer = {
  withdraw: {
    sentence: 'needs.permission.withdraw-offer',
    who: ['person', ...DESK],
    holds: (actor, offer) => personOf(actor) === offer.offeredBy || desk(actor, offer),
  },
} satisfies PermissionTable<OfferSubject>;

/** What was told through the private door: to whom, and by whom. */
export interface PrivateSubject {
  readonly keepers: readonly string[];
}

export const onPrivateNeed = {
  /** The house itself never opens it, whatever the machinery says: asked with a person only. */
  answer: {
    sentence: 'needs.permission.answer-private',
    who: ['keeper'],
    holds: (actor, { keepers }) => actor.kind === 'person' && keepers.includes(actor.personId),
  },
} satisfies PermissionTable<PrivateSubject>;
