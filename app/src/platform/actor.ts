/** Who does it. `roles` holds, per community or organisation id, the roles of this person there. */
export type Actor =
  | { readonly kind: 'nobody'; readonly address?: string }
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly sessionId?: string;
      /** The organisation this person acts for at the moment, always shown beside the name. */
      readonly actingForId?: string;
      readonly roles: ReadonlyMap<string, readonly string[]>;
      readonly address?: string;
    }
  | { readonly kind: 'system'; readonly name: string };

export const nobody: Actor = { kind: 'nobody' };

/** The house itself: a job that fell due, a command of the person who hosts it, the seed. */
export const system = (name: string): Actor => ({ kind: 'system', name });

/** The roles of the actor in one community or organisation; empty when none. */
export function rolesIn(actor: Actor, scopeId: string): readonly string[] {
  return actor.kind === 'person' ? (actor.roles.get(scopeId) ?? []) : [];
}

/** True when the actor has at least one of the roles there. */
export function hasRole(actor: Actor, scopeId: string, ...roles: readonly string[]): boolean {
  const held = rolesIn(actor, scopeId);
  return roles.some((role) => held.includes(role));
}

/** The person's id, or undefined for nobody and for the house itself. */
export const personOf = (actor: Actor): string | undefined => (actor.kind === 'person' ? actor.personId : undefined);
