import { describeAction } from '#platform/action.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onHouse, onOrganisation } from '../../permissions.ts';
import { EditOrganisation, RegisterOrganisation } from '../../words.ts';
import { findOrganisation } from '../community/find-community.ts';
import { signedIn } from '../signed-in.ts';
import { saveOrganisation, saveOrganisationMember, saveOrganisationText } from './store.ts';

/** Registers an organisation; who does it leads it. Throws a Refusal when its address or identifier is taken. */
export const registerOrganisation = describeAction(
  {
    name: 'communities.register-organisation',
    input: RegisterOrganisation,
    permission: onHouse.register,
    repeat: 'once',
  },
  async (context, organisation): Promise<{ slug: string }> => {
    authorize(onHouse.register, context.actor, undefined);
    const me = signedIn(context);
    await limit(context, `communities.register:${me}`, { most: 5, seconds: 86_400 });
    const organisationId = await saveOrganisation(context, { ...organisation, registeredBy: me });
    if (!organisationId)
      throw new Refusal('communities.organisation-taken', {
        kind: 'invalid',
        fields: { slug: { key: 'communities.refusal.organisation-taken' } },
      });
    await saveOrganisationMember(context, { organisationId, personId: me, role: 'lead', addedBy: me });
    return { slug: organisation.slug };
  },
);

/** Writes how an organisation describes itself; its address stays. */
export const editOrganisation = describeAction(
  { name: 'communities.edit-organisation', input: EditOrganisation, permission: onOrganisation.edit, repeat: 'safe' },
  async (context, { slug, ...text }): Promise<void> => {
    const { id } = await findOrganisation(context.db, slug);
    authorize(onOrganisation.edit, context.actor, { id });
    await saveOrganisationText(context, id, text);
  },
);
