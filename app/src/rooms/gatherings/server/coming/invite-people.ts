import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { membersOf, organisationsOf, peopleWithRole } from '#rooms/communities/server/index.ts';
import { onComing } from '../../coming-permissions.ts';
import { mayRegister } from '../../coming-rules.ts';
import { InvitePeople } from '../../coming-words.ts';
import type { InGathering } from '../../words.ts';
import { findGathering } from '../calling/find-gathering.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { claimInvitees, saveInvitation } from './store.ts';
import { tellOf } from './tell.ts';

/**
 * Calls everyone with a role here, the people of an organisation, or somebody without an address by paper. Nobody gets more
 * than one message for one gathering, however often and by whatever name they are called; who said they come gets none.
 */
export const invitePeople = describeAction(
  { name: 'gatherings.invite-people', input: InvitePeople, permission: onComing.invite, repeat: 'once' },
  async (context, invitation) => {
    const { communityId, gatheringId, kind } = invitation;
    const which = { communityId, gatheringId };
    const found = await findGathering(context, communityId, gatheringId);
    authorize(onComing.invite, context.actor, found.gathering);
    insist(mayRegister(found.gathering, { now: context.now, by: 'helper' }));
    const invitedBy = insistOnPerson(context);
    const people = await peopleMeant(context, invitation);
    const invitationId = await saveInvitation(context, which, {
      kind,
      role: kind === 'role' ? invitation.role : null,
      organisationId: kind === 'organisation' ? invitation.organisationId : null,
      name: kind === 'paper' ? invitation.name : null,
      invitedBy,
    });
    const registered = await registeredIn(context, which);
    const called = people.filter((personId) => personId !== invitedBy && !registered.has(personId));
    const told = await claimInvitees(context, { ...which, invitationId }, called);
    await tellOf(context, found, { personIds: told, kind: 'coming.invited' });
    context.announce({ kind: 'gatherings.people-invited', ...which, invitationId, people: told.length, quiet: true });
    return { told: told.length };
  },
);

async function peopleMeant(context: Context, invitation: InvitePeople): Promise<string[]> {
  const { communityId, gatheringId } = invitation;
  if (invitation.kind === 'paper') return [];
  if (invitation.kind === 'role')
    return invitation.role === 'member'
      ? (await membersOf(context.db, communityId)).map(({ personId }) => personId)
      : peopleWithRole(context.db, communityId, invitation.role);
  const { organisationId } = invitation;
  const known = await organisationsOf(context.db, communityId);
  const hosts = await context.db
    .selectFrom('gatherings.host')
    .select('organisationId')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .execute();
  if (![...known.map(({ id }) => id), ...hosts.map((host) => host.organisationId)].includes(organisationId))
    throw new Refusal('coming.unknown-organisation');
  const earlier = await context.db
    .selectFrom('gatherings.invitation')
    .select('id')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .where('organisationId', '=', organisationId)
    .executeTakeFirst();
  if (earlier) throw new Refusal('coming.invited-already');
  const rows = await context.db
    .selectFrom('communities.organisationMember')
    .select('personId')
    .where('organisationId', '=', organisationId)
    .where('endedAt', 'is', null)
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Accounts that stand on the list. */
async function registeredIn({ db }: Context, { communityId, gatheringId }: InGathering): Promise<Set<string>> {
  const rows = await db
    .selectFrom('gatherings.registration')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .where('withdrawnAt', 'is', null)
    .where('personId', 'is not', null)
    .execute();
  return new Set(rows.flatMap(({ personId }) => personId ?? []));
}
