import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onOrganisation } from '../../permissions.ts';
import { AddToOrganisation, EndInOrganisation } from '../../words.ts';
import { findOrganisation } from '../community/find-community.ts';
import { signedIn } from '../signed-in.ts';
import { endOrganisationMember, saveOrganisationMember } from './store.ts';

/** Seats a person in an organisation, or changes whether they lead it. */
export const addToOrganisation = describeAction(
  {
    name: 'communities.add-to-organisation',
    input: AddToOrganisation,
    permission: onOrganisation.edit,
    repeat: 'safe',
  },
  async (context, { organisation, personId, role }): Promise<void> => {
    const { id } = await findOrganisation(context.db, organisation);
    authorize(onOrganisation.edit, context.actor, { id });
    if (role === 'member') await insistLeadStays(context, id, personId);
    await saveOrganisationMember(context, { organisationId: id, personId, role, addedBy: signedIn(context) });
  },
);

/** Ends a person's seat in an organisation; the last who leads it stays. */
export const endInOrganisation = describeAction(
  {
    name: 'communities.end-in-organisation',
    input: EndInOrganisation,
    permission: onOrganisation.edit,
    repeat: 'safe',
  },
  async (context, { organisation, personId }): Promise<void> => {
    const { id } = await findOrganisation(context.db, organisation);
    authorize(onOrganisation.edit, context.actor, { id });
    await insistLeadStays(context, id, personId);
    await endOrganisationMember(context, id, personId);
  },
);

async function insistLeadStays(context: Context, organisationId: string, personId: string): Promise<void> {
  const others = await context.db
    .selectFrom('communities.organisationMember')
    .select('personId')
    .where('organisationId', '=', organisationId)
    .where('role', '=', 'lead')
    .where('endedAt', 'is', null)
    .where('personId', '<>', personId)
    .executeTakeFirst();
  if (!others) throw new Refusal('communities.last-lead');
}
