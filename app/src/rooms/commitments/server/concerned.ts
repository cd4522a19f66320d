import type { Context } from '#platform/context.ts';
import { membersOf } from '#rooms/communities/server/index.ts';
import type { CommitmentSubject } from '../permissions.ts';

/** Who sits in an organisation now. */
async function peopleOf(context: Context, organisationId: string): Promise<string[]> {
  const rows = await context.db
    .selectFrom('communities.organisationMember')
    .select('personId')
    .where('organisationId', '=', organisationId)
    .where('endedAt', 'is', null)
    .orderBy('personId')
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Those who gave the word and have an account: the person, or everyone of the organisation. */
export async function giversOf(context: Context, subject: CommitmentSubject): Promise<string[]> {
  if (subject.byPersonId) return [subject.byPersonId];
  return subject.byOrganisationId ? peopleOf(context, subject.byOrganisationId) : [];
}

/** Those it was given to: everyone of the organisation, or every member of the community; never who gave it. */
export async function receiversOf(context: Context, subject: CommitmentSubject): Promise<string[]> {
  const givers = await giversOf(context, subject);
  const all = subject.toOrganisationId
    ? await peopleOf(context, subject.toOrganisationId)
    : (await membersOf(context.db, subject.toCommunityId ?? subject.communityId)).map(({ personId }) => personId);
  return all.filter((personId) => !givers.includes(personId));
}
