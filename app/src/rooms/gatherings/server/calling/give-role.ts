import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onGathering } from '../../permissions.ts';
import { GatheringRoleOf } from '../../words.ts';
import { findGathering } from './find-gathering.ts';
import { insistOnPerson } from './insist-on-person.ts';
import { saveRole } from './store.ts';

/** Gives somebody a role of this one gathering, and tells them. Holding it already changes nothing. */
export const giveRole = describeAction(
  { name: 'gatherings.give-role', input: GatheringRoleOf, permission: onGathering.giveRoles, repeat: 'safe' },
  async (context, { communityId, gatheringId, personId, role }) => {
    const { community, gathering } = await findGathering(context, communityId, gatheringId);
    authorize(onGathering.giveRoles, context.actor, gathering);
    const givenBy = insistOnPerson(context);
    if (!(await personNames(context.db, [personId])).get(personId)?.name)
      throw new Refusal('gatherings.nobody-there', {
        fields: { personId: { key: 'gatherings.refusal.nobody-there' } },
      });
    const given = await saveRole(context, { communityId, gatheringId, personId, role, givenBy });
    if (given)
      await notify(context, [personId], {
        communityId,
        kind: `gatherings.role-${role}`,
        facts: { theme: gathering.theme },
        href: `/c/${community.slug}/gatherings/${gathering.number}`,
        about: gatheringId,
      });
    context.announce({ kind: 'gatherings.role-given', communityId, gatheringId, personId, role });
    return { number: gathering.number };
  },
);
