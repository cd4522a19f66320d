import type { Context } from '#platform/context.ts';
import type { RegisterOrganisation } from '../../words.ts';

/** Writes a new organisation; undefined when its address or identifier is taken. */
export async function saveOrganisation(
  context: Context,
  organisation: RegisterOrganisation & { readonly registeredBy: string },
): Promise<string | undefined> {
  const row = await context.db
    .insertInto('communities.organisation')
    .values({ ...organisation, id: context.newId(), registeredAt: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Writes how an organisation describes itself now. */
export async function saveOrganisationText(
  context: Context,
  id: string,
  organisation: Omit<RegisterOrganisation, 'slug'>,
): Promise<void> {
  await context.db.updateTable('communities.organisation').set(organisation).where('id', '=', id).execute();
}

/** Seats a person in an organisation, or changes their role there: the earlier stay ends and a new one begins. */
export async function saveOrganisationMember(
  context: Context,
  seat: { organisationId: string; personId: string; role: 'member' | 'lead'; addedBy: string },
): Promise<void> {
  await endOrganisationMember(context, seat.organisationId, seat.personId);
  await context.db
    .insertInto('communities.organisationMember')
    .values({ ...seat, joinedAt: context.now })
    .execute();
}

/** Ends a person's seat in an organisation; false when there was none. */
export async function endOrganisationMember(
  context: Context,
  organisationId: string,
  personId: string,
): Promise<boolean> {
  const row = await context.db
    .updateTable('communities.organisationMember')
    .set({ endedAt: context.now })
    .where('organisationId', '=', organisationId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .returning('personId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends every seat of a person in organisations. */
export async function endSeatsInOrganisations(context: Context, personId: string): Promise<void> {
  await context.db
    .updateTable('communities.organisationMember')
    .set({ endedAt: context.now })
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute();
}

/** Notes that an organisation belongs to a community from now on. */
export async function saveBelongsTo(
  context: Context,
  communityId: string,
  belongs: { readonly organisationId: string; readonly addedBy: string },
): Promise<void> {
  await context.db
    .insertInto('communities.communityOrganisation')
    .values({ communityId, ...belongs, joinedAt: context.now })
    .onConflict((conflict) =>
      conflict.columns(['communityId', 'organisationId']).where('endedAt', 'is', null).doNothing(),
    )
    .execute();
}

/** Notes that an organisation belongs to a community no more. */
export async function endBelongsTo(context: Context, communityId: string, organisationId: string): Promise<void> {
  await context.db
    .updateTable('communities.communityOrganisation')
    .set({ endedAt: context.now })
    .where('communityId', '=', communityId)
    .where('organisationId', '=', organisationId)
    .where('endedAt', 'is', null)
    .execute();
}
