import { type Actor, hasRole, rolesIn } from '#platform/actor.ts';
import type { Charter } from './charter.ts';
import type { Attribute, Belonging, Circle, Member } from './words.ts';

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
export const carriesVote = (charter: Charter, belonging: Belonging): boolean =>
  (charter.voteBy as readonly string[]).includes(belonging);

/** True when this member belongs on a roll: a tie that carries a vote, and a confirmed seat (harm.md 3). */
export const hasVote = (charter: Charter, member: Member): boolean =>
  carriesVote(charter, member.belonging) && member.confirmed !== undefined;

/** True when the charter allows to ask for this attribute at all: ethnicity and religion are off unless it turns them on. */
export const mayAskFor = (charter: Charter, attribute: Attribute): boolean =>
  (attribute !== 'ethnicity' && attribute !== 'religion') || charter.attributesOn.includes(attribute);

/** The attributes that a rule of this charter needs; only these are ever asked for. */
export function attributesNeeded(charter: Charter): Attribute[] {
  const needed = new Set<Attribute>(charter.inclusion.protected.map(({ attribute }) => attribute));
  if (charter.inclusion.womenPercent !== null) needed.add('gender');
  return [...needed].filter((attribute) => mayAskFor(charter, attribute));
}
