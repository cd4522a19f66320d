import { type Actor, hasRole } from '#platform/actor.ts';
import type { PermissionTable } from '#platform/permissions.ts';
import { hasSeat, inCircle } from './rules.ts';
import { type Circle, ROLES } from './words.ts';

/** What a permission of this room is about: a community, or an organisation, by id. */
export interface Scope {
  readonly id: string;
}

const anyone = () => true;
const person = (actor: Actor) => actor.kind === 'person';
const member = (actor: Actor, { id }: Scope) => hasRole(actor, id, 'member');
const seated = (actor: Actor, { id }: Scope) => hasSeat(actor, id);
const desk = (actor: Actor, { id }: Scope) => hasRole(actor, id, 'facilitator', 'steward');
const steward = (actor: Actor, { id }: Scope) => hasRole(actor, id, 'steward');
const lead = (actor: Actor, { id }: Scope) => hasRole(actor, id, 'lead');

/** In the house, outside of any community. */
export const onHouse = {
  found: { sentence: 'communities.permission.found', who: ['person'], holds: person },
  register: { sentence: 'communities.permission.register', who: ['person'], holds: person },
  /** Answered by the action itself: only while there is no person in the house. */
  begin: { sentence: 'communities.permission.begin', who: ['anyone'], holds: anyone },
} satisfies PermissionTable<unknown>;

/** In a community: coming in and being there. */
export const onCommunity = {
  see: { sentence: 'communities.permission.see', who: ['anyone'], holds: anyone },
  join: { sentence: 'communities.permission.join', who: ['person'], holds: person },
  answerInvitation: { sentence: 'communities.permission.answer-invitation', who: ['anyone'], holds: anyone },
  seeMembers: {
    sentence: 'communities.permission.see-members',
    who: ['member', ...ROLES],
    holds: seated,
  },
  belong: { sentence: 'communities.permission.belong', who: ['member'], holds: member },
  say: { sentence: 'communities.permission.say', who: ['member'], holds: member },
  admit: { sentence: 'communities.permission.admit', who: ['member'], holds: member },
  vouch: { sentence: 'communities.permission.vouch', who: ['member'], holds: member },
  recall: { sentence: 'communities.permission.recall', who: ['member'], holds: member },
  stepDown: {
    sentence: 'communities.permission.step-down',
    who: ROLES,
    holds: (actor: Actor, { id }: Scope) => hasRole(actor, id, ...ROLES),
  },
} satisfies PermissionTable<Scope>;

/** At the desk of a community. */
export const atDesk = {
  open: { sentence: 'communities.permission.desk', who: ['facilitator', 'steward'], holds: desk },
  decline: { sentence: 'communities.permission.decline', who: ['facilitator', 'steward'], holds: desk },
  giveCard: { sentence: 'communities.permission.give-card', who: ['facilitator', 'steward'], holds: desk },
  invite: { sentence: 'communities.permission.invite', who: ['facilitator', 'steward'], holds: desk },
  describe: { sentence: 'communities.permission.describe', who: ['facilitator', 'steward'], holds: desk },
  bring: { sentence: 'communities.permission.bring', who: ['facilitator', 'steward'], holds: desk },
  second: { sentence: 'communities.permission.second', who: ['facilitator', 'steward'], holds: desk },
  propose: { sentence: 'communities.permission.propose', who: ['steward'], holds: steward },
  writeCharter: { sentence: 'communities.permission.write-charter', who: ['steward'], holds: steward },
} satisfies PermissionTable<Scope>;

/** A community, with what its charter says about inviting. */
export interface InviteSubject extends Scope {
  readonly invite: Circle;
}

/** What the charter leaves to a circle that it chose. */
export const byCharter = {
  invite: {
    sentence: 'communities.permission.invite-one',
    who: ['member'],
    holds: (actor, { id, invite }) => inCircle(actor, id, invite),
  },
} satisfies PermissionTable<InviteSubject>;

/** In an organisation. */
export const onOrganisation = {
  edit: { sentence: 'communities.permission.edit-organisation', who: ['lead'], holds: lead },
  seeMembers: {
    sentence: 'communities.permission.see-organisation-members',
    who: ['lead', 'member'],
    holds: (actor: Actor, { id }: Scope) => hasRole(actor, id, 'lead', 'member'),
  },
} satisfies PermissionTable<Scope>;
