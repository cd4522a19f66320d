import type { Context } from '#platform/context.ts';
import { abilities, may } from '#platform/permissions.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onOrganisation } from '../../permissions.ts';
import type { Organisation } from '../../words.ts';
import { findOrganisation } from '../community/find-community.ts';

/** What the page of an organisation shows. Who belongs to it is shown to those who do. */
export interface OrganisationPage {
  readonly organisation: Organisation;
  readonly communities: readonly { readonly slug: string; readonly name: string; readonly locale: string }[];
  readonly members: readonly { readonly personId: string; readonly name: string; readonly role: string }[];
  readonly may: Record<keyof typeof onOrganisation, boolean>;
  /** Who sits at the reader's own tables and may be added by who leads it. */
  readonly candidates: readonly { readonly personId: string; readonly name: string }[];
  /** The reader acts for it right now. */
  readonly acting: boolean;
}

/** An organisation by its address, as this reader may know it. Throws a Refusal when there is none. */
export async function showOrganisation(context: Context, slug: string): Promise<OrganisationPage> {
  const { actor, db } = context;
  const organisation = await findOrganisation(db, slug);
  const communities = await db
    .selectFrom('communities.communityOrganisation as belongs')
    .innerJoin('communities.community as c', 'c.id', 'belongs.communityId')
    .select(['c.slug', 'c.name', 'c.locale'])
    .where('belongs.organisationId', '=', organisation.id)
    .where('belongs.endedAt', 'is', null)
    .orderBy('c.name')
    .execute();
  const members = may(onOrganisation.seeMembers, actor, organisation)
    ? await membersOfOrganisation(context, organisation.id)
    : [];
  const candidates = may(onOrganisation.edit, actor, organisation) ? await neighbours(context) : [];
  return {
    organisation,
    communities,
    members,
    candidates: candidates.filter(({ personId }) => !members.some((member) => member.personId === personId)),
    may: abilities(onOrganisation, actor, organisation),
    acting: actor.kind === 'person' && actor.actingForId === organisation.id,
  };
}

/** Members of the communities in which the reader is a member: nobody is found here whom the reader could not see there. */
async function neighbours(context: Context): Promise<{ personId: string; name: string }[]> {
  if (context.actor.kind !== 'person') return [];
  const rows = await context.db
    .selectFrom('communities.membership as mine')
    .innerJoin('communities.membership as theirs', 'theirs.communityId', 'mine.communityId')
    .innerJoin('people.person as p', 'p.id', 'theirs.personId')
    .select(['theirs.personId', 'p.name'])
    .distinct()
    .where('mine.personId', '=', context.actor.personId)
    .where('mine.leftAt', 'is', null)
    .where('theirs.leftAt', 'is', null)
    .limit(500)
    .execute();
  return rows.sort((a, b) => context.language.compare(a.name, b.name));
}

async function membersOfOrganisation(context: Context, organisationId: string) {
  const rows = await context.db
    .selectFrom('communities.organisationMember')
    .select(['personId', 'role'])
    .where('organisationId', '=', organisationId)
    .where('endedAt', 'is', null)
    .execute();
  const names = await personNames(
    context.db,
    rows.map(({ personId }) => personId),
  );
  const listed = rows.map((row) => ({ ...row, name: names.get(row.personId)?.name ?? '' }));
  return listed.sort((a, b) => context.language.compare(a.name, b.name));
}

/** Organisations the reader may act for. */
export async function myOrganisations(
  context: Context,
): Promise<{ id: string; slug: string; name: string; role: string }[]> {
  if (context.actor.kind !== 'person') return [];
  return context.db
    .selectFrom('communities.organisationMember as m')
    .innerJoin('communities.organisation as o', 'o.id', 'm.organisationId')
    .select(['o.id', 'o.slug', 'o.name', 'm.role'])
    .where('m.personId', '=', context.actor.personId)
    .where('m.endedAt', 'is', null)
    .orderBy('o.name')
    .execute();
}
