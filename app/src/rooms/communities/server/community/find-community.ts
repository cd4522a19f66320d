import { remember } from '#platform/database/one-page.ts';
import { statement } from '#platform/database/statement.ts';
import type { Db } from '#platform/database/tables.ts';
import { notFound } from '#platform/refusal.ts';
import type { Community, Organisation } from '../../words.ts';

const COMMUNITY = [
  'id',
  'slug',
  'code',
  'kind',
  'name',
  'englishName',
  'locale',
  'about',
  'place',
  'country',
  'timeZone',
  'latitude',
  'longitude',
  'joining',
  'foundedAt',
] as const;

/** The community under an address. Throws a Refusal `not-found`. */
export async function findCommunity(db: Db, slug: string): Promise<Community> {
  // Every page of a community begins with it.
  const row = await remember(db, `community ${slug}`, {
    ask: async () => (await bySlug(db, { slug }))[0],
    tag: ({ id }) => id,
  });
  if (!row) throw notFound();
  return row as Community;
}

const bySlug = statement((db, { slug }: { slug: string }) =>
  db.selectFrom('communities.community').select(COMMUNITY).where('slug', '=', slug),
);

/** The community behind the letters of a short address, or undefined. */
export async function communityByCode(db: Db, code: string): Promise<Community | undefined> {
  const row = await db
    .selectFrom('communities.community')
    .select(COMMUNITY)
    .where('code', '=', code)
    .executeTakeFirst();
  return row as Community | undefined;
}

/** The community with this id. Throws a Refusal `not-found`. */
export async function communityById(db: Db, communityId: string): Promise<Community> {
  const row = await db
    .selectFrom('communities.community')
    .select(COMMUNITY)
    .where('id', '=', communityId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row as Community;
}

/** Every community of the house, by name. There are few: one house serves a handful of places. */
export async function allCommunities(db: Db): Promise<Community[]> {
  const rows = await db.selectFrom('communities.community').select(COMMUNITY).orderBy('name').limit(500).execute();
  return rows as Community[];
}

/** Organisations that belong to a community now, by name. */
export async function organisationsOf(db: Db, communityId: string): Promise<Organisation[]> {
  const rows = await db
    .selectFrom('communities.communityOrganisation as belongs')
    .innerJoin('communities.organisation as o', 'o.id', 'belongs.organisationId')
    .select(['o.id', 'o.slug', 'o.name', 'o.englishName', 'o.locale', 'o.tier', 'o.kind', 'o.identifier', 'o.about'])
    .select('o.country')
    .where('belongs.communityId', '=', communityId)
    .where('belongs.endedAt', 'is', null)
    .orderBy('o.name')
    .execute();
  return rows as Organisation[];
}

/** The organisation under an address. Throws a Refusal `not-found`. */
export async function findOrganisation(db: Db, slug: string): Promise<Organisation> {
  const row = await db
    .selectFrom('communities.organisation')
    .select(['id', 'slug', 'name', 'englishName', 'locale', 'tier', 'kind', 'identifier', 'about', 'country'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row as Organisation;
}

/** The organisation with this id, or undefined. */
export async function organisationById(db: Db, organisationId: string): Promise<Organisation | undefined> {
  const row = await db
    .selectFrom('communities.organisation')
    .select(['id', 'slug', 'name', 'englishName', 'locale', 'tier', 'kind', 'identifier', 'about', 'country'])
    .where('id', '=', organisationId)
    .executeTakeFirst();
  return row as Organisation | undefined;
}
