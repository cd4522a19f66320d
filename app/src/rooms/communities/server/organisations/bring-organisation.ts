import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { atDesk } from '../../permissions.ts';
import { AboutOrganisation } from '../../words.ts';
import { findCommunity, findOrganisation } from '../community/find-community.ts';
import { signedIn } from '../signed-in.ts';
import { endBelongsTo, saveBelongsTo } from './store.ts';

/** Notes that an organisation belongs to a community; its desk decides. */
export const bringOrganisation = describeAction(
  { name: 'communities.bring-organisation', input: AboutOrganisation, permission: atDesk.bring, repeat: 'safe' },
  async (context, { slug, organisation }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(atDesk.bring, context.actor, { id });
    const organisationId = (await findOrganisation(context.db, organisation)).id;
    await saveBelongsTo(context, id, { organisationId, addedBy: signedIn(context) });
    context.announce({ kind: 'communities.organisation-brought', communityId: id, organisationId });
  },
);

/** Notes that an organisation belongs to a community no more. */
export const partOrganisation = describeAction(
  { name: 'communities.part-organisation', input: AboutOrganisation, permission: atDesk.bring, repeat: 'safe' },
  async (context, { slug, organisation }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(atDesk.bring, context.actor, { id });
    const organisationId = (await findOrganisation(context.db, organisation)).id;
    await endBelongsTo(context, id, organisationId);
    context.announce({ kind: 'communities.organisation-parted', communityId: id, organisationId });
  },
);
