import type { Actor } from './actor.ts';
import { Refusal } from './refusal.ts';

/**
 * One permission: a sentence people can read and a rule the code can run.
 * `sentence` is a catalogue key; `who` names the roles in the words of the public page
 * ("anyone", "person" = anyone signed in, "member", "facilitator" …); `holds` decides.
 * The house itself (actor of kind system) holds every permission.
 */
export interface Permission<Subject = unknown> {
  readonly sentence: string;
  readonly who: readonly string[];
  holds(actor: Actor, subject: Subject): boolean;
}

export type PermissionTable<Subject> = Readonly<Record<string, Permission<Subject>>>;

/** True when the actor may. */
export const may = <Subject>(permission: Permission<Subject>, actor: Actor, subject: Subject): boolean =>
  actor.kind === 'system' || permission.holds(actor, subject);

/** Throws a Refusal (`sign-in` for nobody, `forbidden` for anyone else) unless the permission holds. */
export function authorize<Subject>(permission: Permission<Subject>, actor: Actor, subject: Subject): void {
  if (may(permission, actor, subject)) return;
  throw actor.kind === 'nobody'
    ? new Refusal('platform.sign-in-first', { kind: 'sign-in' })
    : new Refusal('platform.not-yours', { kind: 'forbidden' });
}

/** What the actor may do with the subject, for the page: the same answers that `authorize` gives. */
export function abilities<Subject, Table extends PermissionTable<Subject>>(
  table: Table,
  actor: Actor,
  subject: Subject,
): Record<keyof Table, boolean> {
  return Object.fromEntries(
    Object.entries(table).map(([name, permission]) => [name, may(permission, actor, subject)]),
  ) as Record<keyof Table, boolean>;
}
