import { type Actor, hasRole, rolesIn } from '#platform/actor.ts';
import type { Answer } from '#platform/refusal.ts';
import type { Charter } from './charter.ts';
import type { Attribute, Belonging, Circle, Member, Role } from './words.ts';

/** True when the actor stands in the circle that a charter chose: anyone signed in, a member, a facilitator or a steward. */
export function inCircle(actor: Actor, communityId: string, circle: Circle): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'person') return false;
  if (circle === 'person') return true;
  if (circle === 'member') return hasRole(actor, communityId, 'member', 'facilitator', 'steward');
  if (circle === 'facilitator') return hasRole(actor, communityId, 'facilitator', 'steward');
  return hasRole(actor, communityId, 'steward');
}

/** True when the actor has any seat in the community: member or a role by grant. */
export const hasSeat = (actor: Actor, communityId: string): boolean => rolesIn(actor, communityId).length > 0;

/** True when this tie to the place carries a vote by the charter. */
const carriesVote = (charter: Charter, belonging: Belonging): boolean =>
  (charter.voteBy as readonly string[]).includes(belonging);

/** True when this member belongs on a roll: a tie that carries a vote, and a confirmed seat (harm.md 3). */
export const hasVote = (charter: Charter, member: Member): boolean =>
  carriesVote(charter, member.belonging) && member.confirmed !== undefined;

/** True when the charter allows to ask for this attribute at all: ethnicity and religion are off unless it turns them on. */
export const mayAskFor = (charter: Charter, attribute: Attribute): boolean =>
  (attribute !== 'ethnicity' && attribute !== 'religion') || charter.attributesOn.includes(attribute);

/** The attributes that a rule of this charter needs; only these are ever asked for. */
export function attributesNeeded(charter: Charter): Attribute[] {
  const { protected: watched, subjects } = charter.inclusion;
  const needed = new Set<Attribute>([...watched, ...subjects].map(({ attribute }) => attribute));
  if (charter.inclusion.womenPercent !== null) needed.add('gender');
  return [...needed].filter((attribute) => mayAskFor(charter, attribute));
}

/** Members whom the only steward lets in alone (harm.md 9). */
const ALONE_MEMBERS = 5;

/** Who said yes to a request so far, and who says it now. */
export interface AdmissionFacts {
  readonly stewards: number;
  /** Members let in by one alone so far. */
  readonly admittedAlone: number;
  readonly byDesk: boolean;
  readonly bySteward: boolean;
  /** The first yes, when there is one: was it said by the desk, and by the same person? */
  readonly first?: { readonly byDesk: boolean; readonly same: boolean };
}

/**
 * Letting somebody in needs two, one of them of the desk. The only steward lets the first five in alone, marked so.
 * `alone` and `second` open the door, `first` waits for a second.
 */
export function admission(facts: AdmissionFacts): 'alone' | 'first' | 'second' | { readonly no: string } {
  if (facts.bySteward && facts.stewards === 1 && facts.admittedAlone < ALONE_MEMBERS) return 'alone';
  if (!facts.first) return 'first';
  if (facts.first.same) return { no: 'communities.second-must-differ' };
  return facts.byDesk || facts.first.byDesk ? 'second' : { no: 'communities.needs-the-desk' };
}

/** What is known of somebody who is to get a role. */
export interface RoleFacts {
  readonly isMember: boolean;
  readonly roles: readonly string[];
  /** A public body's or a donor's person. */
  readonly ofPower: boolean;
  readonly keepers: number;
}

/** Roles that a person from outside may hold. */
const OUTSIDERS = ['official', 'observer'];

/** May this person hold this role? A public body's person holds no other; keepers are two and never of power (harm.md 4, 5). */
export function mayHold(role: Role, facts: RoleFacts): Answer {
  if (facts.roles.includes(role)) return { no: 'communities.role-held' };
  if (!facts.isMember && !OUTSIDERS.includes(role)) return { no: 'communities.role-for-members' };
  const others = facts.roles.filter((held) => held !== 'member' && held !== 'observer');
  if (role === 'official' && others.length > 0) return { no: 'communities.official-alone' };
  if (role !== 'official' && role !== 'observer' && facts.roles.includes('official'))
    return { no: 'communities.official-alone' };
  if (role === 'keeper' && facts.ofPower) return { no: 'communities.keeper-of-power' };
  if (role === 'keeper' && facts.keepers >= 2) return { no: 'communities.two-keepers' };
  return 'yes';
}

/** How many members must ask for it before a steward is recalled: the charter's share, three at least. */
export const voicesForRecall = (charter: Charter, members: number): number =>
  Math.max(3, Math.ceil((charter.recallPercent * members) / 100));

/** A seat may be left, unless it is the last steward's: the community would have nobody to answer for it. */
export const mayLeaveSeat = (role: string, holders: number): Answer =>
  role === 'steward' && holders <= 1 ? { no: 'communities.last-steward' } : 'yes';

/** What is looked at before somebody's lost card is printed anew. */
export interface ReprintFacts {
  readonly own: boolean;
  /** They come in by an address or passkey of their own. */
  readonly alone: boolean;
  readonly roles: readonly string[];
  readonly bySteward: boolean;
}

/** A card opens an account: never one's own, never of who has another way in, and of who holds a role only by a steward. */
export function mayReprint({ own, alone, roles, bySteward }: ReprintFacts): Answer {
  if (own) return { no: 'communities.not-oneself' };
  if (alone) return { no: 'communities.card-not-needed' };
  const holds = roles.some((role) => role !== 'member');
  return holds && !bySteward ? { no: 'communities.card-by-steward' } : 'yes';
}
