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
  /** The reader acts for it right now. */
  readonly acting: boolean;
}

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
  return {
    organisation,
    communities,
    members: may(onOrganisation.seeMembers, actor, organisation)
      ? await membersOfOrganisation(context, organisation.id)
      : [],
    may: abilities(onOrganisation, actor, organisation),
    acting: actor.kind === 'person' && actor.actingForId === organisation.id,
  };
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
