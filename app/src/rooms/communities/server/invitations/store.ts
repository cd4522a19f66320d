import type { Context } from '#platform/context.ts';
import type { Invitee } from './invitation-rows.ts';

/** An invitation nobody answers is deleted after so many days (harm.md 10). */
const INVITATION_DAYS = 30;

/** Begins a list; nothing of it counts before it is applied. */
export async function saveList(
  context: Context,
  communityId: string,
  list: { readonly source: string; readonly madeBy: string | null },
): Promise<string> {
  const id = context.newId();
  await context.db
    .insertInto('communities.invitationList')
    .values({ ...list, communityId, id, madeAt: context.now })
    .execute();
  return id;
}

export async function saveInvitations(
  context: Context,
  { communityId, listId }: { readonly communityId: string; readonly listId: string },
  invitees: readonly (Invitee & { readonly tokenHash?: string })[],
): Promise<void> {
  if (invitees.length === 0) return;
  const expiresAt = new Date(context.now.getTime() + INVITATION_DAYS * 86_400_000);
  const rows = invitees.map(({ email, phone, tokenHash, ...invitee }) => ({
    ...invitee,
    communityId,
    listId,
    id: context.newId(),
    email: email ?? null,
    phone: phone ?? null,
    tokenHash: tokenHash ?? null,
    // Whose link was made by hand gets it by hand: no message goes out.
    sentAt: tokenHash ? context.now : null,
    expiresAt,
  }));
  await context.db.insertInto('communities.invitation').values(rows).execute();
}

/** From now on the list counts: its messages go out. */
export async function markApplied(context: Context, communityId: string, id: string): Promise<void> {
  const { count } = await context.db
    .selectFrom('communities.invitation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('communityId', '=', communityId)
    .where('listId', '=', id)
    .executeTakeFirstOrThrow();
  await context.db
    .updateTable('communities.invitationList')
    .set({ appliedAt: context.now, invited: Number(count) })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}

/** Takes back what nobody answered yet; who came by it stays. Returns how many were taken back. */
export async function removeUnanswered(context: Context, communityId: string, listId: string): Promise<number> {
  const rows = await context.db
    .deleteFrom('communities.invitation')
    .where('communityId', '=', communityId)
    .where('listId', '=', listId)
    .where('answeredAt', 'is', null)
    .returning('id')
    .execute();
  return rows.length;
}

/** Notes that a list was taken back; false when it already was. */
export async function markUndone(
  context: Context,
  communityId: string,
  undone: { readonly id: string; readonly by: string | null },
): Promise<boolean> {
  const row = await context.db
    .updateTable('communities.invitationList')
    .set({ undoneAt: context.now, undoneBy: undone.by })
    .where('communityId', '=', communityId)
    .where('id', '=', undone.id)
    .where('undoneAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a list that never counted away, with all of it. */
export async function removeList(context: Context, communityId: string, id: string): Promise<void> {
  await removeUnanswered(context, communityId, id);
  await context.db
    .deleteFrom('communities.invitationList')
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .where('appliedAt', 'is', null)
    .execute();
}

/** Gives an invitation its link and notes that its one message went out; false when it had. */
export async function markSent(
  context: Context,
  communityId: string,
  sent: { readonly id: string; readonly tokenHash: string },
): Promise<boolean> {
  const row = await context.db
    .updateTable('communities.invitation')
    .set({ sentAt: context.now, tokenHash: sent.tokenHash })
    .where('communityId', '=', communityId)
    .where('id', '=', sent.id)
    .where('sentAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps the answer. Of who said no nothing is kept but that an invitation was declined. */
export async function saveInvitationAnswer(
  context: Context,
  communityId: string,
  answer: { readonly id: string; readonly personId?: string },
): Promise<boolean> {
  const { id, personId } = answer;
  const row = await context.db
    .updateTable('communities.invitation')
    .set({ answeredAt: context.now, answer: personId ? 'yes' : 'no', personId: personId ?? null })
    .set(personId ? {} : { name: '–', email: null, phone: null })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .where('answeredAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Deletes what nobody answered in time and returns how many that were. */
export async function removeExpired(context: Context, communityId: string): Promise<number> {
  const rows = await context.db
    .deleteFrom('communities.invitation')
    .where('communityId', '=', communityId)
    .where('answeredAt', 'is', null)
    .where('expiresAt', '<=', context.now)
    .returning('id')
    .execute();
  return rows.length;
}

/** Who erased themself stands on no list by name, email or phone. */
export async function forgetInvitations(context: Context, personId: string): Promise<void> {
  await context.db
    .updateTable('communities.invitation')
    .set({ name: '–', email: null, phone: null })
    .where('personId', '=', personId)
    .execute();
}
