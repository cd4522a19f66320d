import type { Context } from '#platform/context.ts';
import type { Role } from '../../words.ts';

/** A role somebody gets: by whom, and by which second; or alone, where there was only one steward. */
export interface NewGrant {
  readonly communityId: string;
  readonly personId: string;
  readonly role: Role;
  readonly grantedBy: string;
  readonly secondedBy?: string;
  readonly alone?: boolean;
}

export async function saveGrant(context: Context, grant: NewGrant): Promise<void> {
  const { secondedBy, ...rest } = grant;
  await context.db
    .insertInto('communities.roleGrant')
    .values({ ...rest, secondedBy: secondedBy ?? null, id: context.newId(), grantedAt: context.now })
    .execute();
}

/** Who ended a role: the person alone, two, or so many members by recall. */
export interface GrantEnd {
  readonly personId: string;
  readonly role: Role;
  readonly endedBy: string;
  readonly endSecondedBy?: string;
  readonly recalledBy?: number;
}

/** Ends a role; false when the person does not hold it. */
export async function endGrant(context: Context, communityId: string, end: GrantEnd): Promise<boolean> {
  const { personId, role, ...how } = end;
  const row = await context.db
    .updateTable('communities.roleGrant')
    .set({ ...how, endedAt: context.now })
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .where('role', '=', role)
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends every role of a person who leaves. */
export async function endGrantsOf(context: Context, communityId: string, personId: string): Promise<void> {
  await context.db
    .updateTable('communities.roleGrant')
    .set({ endedAt: context.now, endedBy: personId })
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute();
}

/** A change of roles that waits. */
export interface NewRoleChange {
  readonly communityId: string;
  readonly change: 'grant' | 'end' | 'recall';
  readonly personId: string;
  readonly role: Role;
  readonly proposedBy: string;
  readonly successorId?: string;
  readonly why: string;
}

/** Keeps it until its second or its voices come; undefined when the same waits already. */
export async function saveRoleChange(context: Context, change: NewRoleChange): Promise<string | undefined> {
  const row = await context.db
    .insertInto('communities.roleChange')
    .values({ ...change, id: context.newId(), proposedAt: context.now })
    .onConflict((conflict) =>
      conflict.columns(['communityId', 'personId', 'role', 'change']).where('closedAt', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Closes a change of roles; false when it was closed meanwhile. */
export async function closeRoleChange(
  context: Context,
  communityId: string,
  close: { readonly id: string; readonly by: string; readonly outcome: 'done' | 'declined' | 'withdrawn' },
): Promise<boolean> {
  const row = await context.db
    .updateTable('communities.roleChange')
    .set({ closedAt: context.now, closedBy: close.by, outcome: close.outcome })
    .where('communityId', '=', communityId)
    .where('id', '=', close.id)
    .where('closedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Raises one voice for a recall and returns how many members have raised theirs. */
export async function saveVoice(
  context: Context,
  communityId: string,
  voice: { readonly changeId: string; readonly personId: string },
): Promise<number> {
  await context.db
    .insertInto('communities.recallVoice')
    .values({ communityId, ...voice, raisedAt: context.now })
    .onConflict((conflict) => conflict.columns(['communityId', 'changeId', 'personId']).doNothing())
    .execute();
  const { count } = await context.db
    .selectFrom('communities.recallVoice as v')
    .innerJoin('communities.membership as m', (join) =>
      join
        .onRef('m.communityId', '=', 'v.communityId')
        .onRef('m.personId', '=', 'v.personId')
        .on('m.leftAt', 'is', null),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('v.communityId', '=', communityId)
    .where('v.changeId', '=', voice.changeId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
