import {
  addToOrganisation,
  bringOrganisation,
  giveCard,
  proposeRole,
  registerOrganisation,
  rolesOfPerson,
  secondRole,
} from '#rooms/communities/server/index.ts';
import type { TestVillage } from '#rooms/communities/server/testing.ts';
import { changeProfile } from '#rooms/people/server/index.ts';
import { ORGANISATION, OTHER, SLUG, type Standing } from './test-town.ts';

/** Everyone who tries every action. What they hold is read from the database; `nobody` is not signed in. */
export const ACTORS = [
  'nobody',
  'outsider',
  'member',
  'owner',
  'facilitator',
  'steward',
  'teller',
  'official',
  'official-member',
  'observer',
  'keeper',
  'lead',
  'staff',
  'elsewhere',
] as const;
export type ActorName = (typeof ACTORS)[number];

/** Every role a person can have; the actor `elsewhere` has all of them, in the community next door. */
export const EVERY_ROLE = ['member', 'facilitator', 'steward', 'teller', 'official', 'observer', 'keeper', 'lead'];

export const ORGANISATION_FORM = {
  slug: ORGANISATION,
  name: 'Zora',
  locale: 'sr-Cyrl',
  tier: 'local',
  kind: 'association',
  country: 'RS',
};

const MEMBERS = ['member', 'owner', 'facilitator', 'steward', 'teller', 'official-member', 'keeper'] as const;

/**
 * Fills the emptied village: the actors, and those who stand behind the scenes (mira and petar are stewards, dana
 * facilitates, toma tells, kata is the second keeper, luka has a seat nobody confirmed, ruža shows her name only inside).
 */
export async function fillTown(village: TestVillage): Promise<Standing> {
  const { house, as, found, members, person } = village;
  house.setNow('2026-08-01T10:00:00Z');
  const mira = await person('mira');
  const communityId = await found(mira, SLUG);
  const sitting = [...MEMBERS, 'petar', 'dana', 'toma', 'kata', 'luka', 'ruza'];
  const ids = await members(SLUG, ...sitting.map((name) => (name === 'ruza' ? 'Skrivena' : name)));
  const people: Record<string, string> = { mira, ...Object.fromEntries(sitting.map((name, at) => [name, ids[at]])) };
  for (const name of ['outsider', 'official', 'observer', 'lead', 'staff', 'elsewhere', 'newcomer'])
    people[name] = await person(name);
  await as(people.ruza, changeProfile, { name: 'Skrivena', locale: 'sr-Cyrl', theme: 'auto', signsAs: 'inside' });
  for (const name of sitting.filter((one) => one !== 'luka'))
    await as(mira, giveCard, { slug: SLUG, personId: people[name] });
  await giveRoles(village, people);
  const otherId = await found(people.elsewhere, OTHER);
  await as(people.lead, registerOrganisation, ORGANISATION_FORM);
  await as(people.lead, addToOrganisation, { organisation: ORGANISATION, personId: people.staff, role: 'member' });
  await as(mira, bringOrganisation, { slug: SLUG, organisation: ORGANISATION });
  const { id: organisationId } = await house.database.db
    .selectFrom('communities.organisation')
    .select('id')
    .where('slug', '=', ORGANISATION)
    .executeTakeFirstOrThrow();
  const roles = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const [name, personId] of Object.entries(people))
    roles.set(name, (await rolesOfPerson(house.database.db, personId)).roles);
  return { house, people, roles, communityId, otherId, organisationId };
}

const GRANTS = [
  ['petar', 'steward'],
  ['steward', 'steward'],
  ['facilitator', 'facilitator'],
  ['dana', 'facilitator'],
  ['teller', 'teller'],
  ['toma', 'teller'],
  ['official', 'official'],
  ['official-member', 'official'],
  ['observer', 'observer'],
  ['keeper', 'keeper'],
  ['kata', 'keeper'],
] as const;

async function giveRoles({ as, house }: TestVillage, people: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, role] of GRANTS) {
    await as(people.mira, proposeRole, { slug: SLUG, personId: people[name], role, change: 'grant' });
    const waiting = await house.database.db
      .selectFrom('communities.roleChange')
      .select('id')
      .where('closedAt', 'is', null)
      .executeTakeFirst();
    if (waiting) await as(people.petar, secondRole, { slug: SLUG, changeId: waiting.id });
  }
}
