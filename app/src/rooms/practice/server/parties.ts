import { hasRole, personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tier } from '#rooms/communities/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { belongs, ofOrganisation, type PracticeSubject } from '../permissions.ts';
import type { Party } from '../words.ts';

/** Somebody as a page shows them: a person as they sign, an organisation with its tier, a community. */
export interface ShownParty {
  readonly kind: 'person' | 'organisation' | 'community' | 'outside';
  /** Empty for who is not named. */
  readonly name: string;
  readonly englishName: string | null;
  readonly locale: string;
  readonly signed: 'name' | 'member' | 'former';
  readonly href: string | null;
  readonly tier: Tier | null;
  readonly country: string | null;
}

/** Whom a row means. */
export interface PartyIds {
  readonly personId?: string | null;
  readonly organisationId?: string | null;
  readonly homeCommunityId?: string | null;
}

/**
 * Looks the parties of many rows up at once and gives back how to show one. A person is named as they sign: by name, by name
 * only for those who belong to the practice, or as "a member" (harm.md 7). `as` overrules it with what they said of this case.
 */
export async function knowParties(
  context: Context,
  subject: PracticeSubject,
  rows: readonly PartyIds[],
): Promise<(row: PartyIds, as?: string) => ShownParty> {
  const inside = belongs(context.actor, subject);
  const idsOf = (column: keyof PartyIds) => [...new Set(rows.map((row) => row[column]).filter((id) => id != null))];
  const people = await personNames(context.db, idsOf('personId'));
  const organisations = await organisationsById(context, idsOf('organisationId'));
  const communities = await communitiesById(context, idsOf('homeCommunityId'));
  return ({ personId, organisationId, homeCommunityId }, as) => {
    const organisation = organisations.get(organisationId ?? '');
    if (organisation) return organisation;
    const community = communities.get(homeCommunityId ?? '');
    if (community) return community;
    const person = people.get(personId ?? '');
    const name = person?.name ?? '';
    const signs = as ?? person?.signsAs;
    const named = name !== '' && (signs === 'name' || (signs === 'inside' && inside));
    return {
      ...NOBODY,
      name: named ? name : '',
      locale: person?.locale ?? 'en',
      signed: name === '' ? 'former' : named ? 'name' : 'member',
    };
  };
}

const NOBODY: ShownParty = {
  kind: 'person',
  name: '',
  englishName: null,
  locale: 'en',
  signed: 'name',
  href: null,
  tier: null,
  country: null,
};

async function organisationsById(context: Context, ids: readonly string[]): Promise<Map<string, ShownParty>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('communities.organisation')
    .select(['id', 'slug', 'name', 'englishName', 'locale', 'tier', 'country'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map(({ id, slug, tier, ...row }) => [
      id,
      { ...NOBODY, ...row, kind: 'organisation' as const, tier: tier as Tier, href: `/o/${slug}` },
    ]),
  );
}

async function communitiesById(context: Context, ids: readonly string[]): Promise<Map<string, ShownParty>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('communities.community')
    .select(['id', 'slug', 'name', 'englishName', 'locale', 'country'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map(({ id, slug, ...row }) => [
      id,
      { ...NOBODY, ...row, kind: 'community' as const, tier: 'community' as const, href: `/c/${slug}` },
    ]),
  );
}

/** People who speak for an organisation, for a notice. */
export async function peopleOf(context: Context, { personId, organisationId }: PartyIds): Promise<string[]> {
  if (personId) return [personId];
  if (!organisationId) return [];
  const rows = await context.db
    .selectFrom('communities.organisationMember')
    .select('personId')
    .where('organisationId', '=', organisationId)
    .where('endedAt', 'is', null)
    .execute();
  return rows.map((row) => row.personId);
}

/** Insists that whoever asks speaks for the party: people for their organisation, the desk for its community. */
export function insistOnVoice(context: Context, { organisationId, homeCommunityId }: Party): void {
  const { actor } = context;
  const speaks =
    (organisationId === null || ofOrganisation(actor, organisationId)) &&
    (homeCommunityId === null || hasRole(actor, homeCommunityId, 'facilitator', 'steward'));
  if (!speaks) throw new Refusal('practice.whose-word');
}

/** A choice of a form: `p:ID` or `o:ID`, with what to show for it. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly locale: string;
}

/** Parties for whom whoever reads may speak: their organisations, and communities whose desk they sit at; `within` narrows it to organisations of the practice. */
export async function myVoices(context: Context, within?: PracticeSubject): Promise<Choice[]> {
  const { actor } = context;
  if (actor.kind !== 'person') return [];
  const holding = (...wanted: string[]) =>
    [...actor.roles].filter(([, held]) => wanted.some((role) => held.includes(role))).map(([id]) => id);
  const asMember = holding('member', 'lead').filter((id) => !within || within.organisationIds.includes(id));
  const organisations = await organisationsById(context, asMember);
  const communities = within
    ? new Map<string, ShownParty>()
    : await communitiesById(context, holding('facilitator', 'steward'));
  const choices = [
    ...[...organisations].map(([id, { name, locale }]) => ({ value: `o:${id}`, name, locale })),
    ...[...communities].map(([id, { name, locale }]) => ({ value: `c:${id}`, name, locale })),
  ];
  return choices.sort((a, b) => context.language.compare(a.name, b.name));
}

/** Everyone and every organisation of the practice, to choose from in a form of those who belong. */
export async function allOfPractice(context: Context, subject: PracticeSubject): Promise<Choice[]> {
  const { communityId, organisationIds } = subject;
  const members = await context.db
    .selectFrom('communities.membership')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('leftAt', 'is', null)
    .execute();
  const staff = organisationIds.length
    ? await context.db
        .selectFrom('communities.organisationMember')
        .select('personId')
        .where('organisationId', 'in', [...organisationIds])
        .where('endedAt', 'is', null)
        .execute()
    : [];
  const people = await personNames(
    context.db,
    [...members, ...staff].map(({ personId }) => personId),
  );
  const organisations = await organisationsById(context, organisationIds);
  const byName = (a: Choice, b: Choice) => context.language.compare(a.name, b.name);
  return [
    ...[...organisations].map(([id, { name, locale }]) => ({ value: `o:${id}`, name, locale })).sort(byName),
    ...[...people.values()]
      .filter(({ name }) => name !== '')
      .map(({ id, name, locale }) => ({ value: `p:${id}`, name, locale }))
      .sort(byName),
  ];
}

/** `p:ID` or `o:ID` as ids; insists that they are of the practice. */
export async function insistOfPractice(
  context: Context,
  subject: PracticeSubject,
  who: string,
): Promise<{ personId: string | null; organisationId: string | null }> {
  const all = await allOfPractice(context, subject);
  if (!all.some(({ value }) => value === who)) throw new Refusal('practice.not-in-practice');
  const id = who.slice(2);
  return who.startsWith('p:') ? { personId: id, organisationId: null } : { personId: null, organisationId: id };
}

/** The asking person's own way of signing. */
export async function signsAs(context: Context): Promise<'name' | 'member' | 'inside'> {
  const personId = personOf(context.actor) ?? '';
  const signs = (await personNames(context.db, [personId])).get(personId)?.signsAs;
  return signs === 'member' || signs === 'inside' ? signs : 'name';
}
