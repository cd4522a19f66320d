import type { AnyAction } from '#platform/action.ts';
import type { House } from '#platform/house.ts';
import type { Locale } from '#platform/language/language.ts';
import { runAction } from '#platform/run-action.ts';
import { type DemoPersonKey, demoPersonIds } from '#rooms/people/server/index.ts';
import { plainCharter } from './charter.ts';
import { demoOrganisations, demoPlaces, type SeededPlace } from './demo-places.ts';
import { sayAttribute } from './server/attributes/say-attribute.ts';
import { editCommunity } from './server/community/edit-community.ts';
import { findCommunity } from './server/community/find-community.ts';
import { foundCommunity } from './server/community/found-community.ts';
import { enterHelpLine } from './server/community/help-lines.ts';
import { setBenchmark } from './server/community/set-benchmark.ts';
import { writeCharter } from './server/community/write-charter.ts';
import { giveCard, vouchFor } from './server/membership/confirm-seat.ts';
import { joinCommunity } from './server/membership/join-community.ts';
import { bringOrganisation } from './server/organisations/bring-organisation.ts';
import { addToOrganisation } from './server/organisations/people-of-organisation.ts';
import { registerOrganisation } from './server/organisations/register-organisation.ts';
import { proposeRole } from './server/roles/propose-role.ts';
import { waitingRoleChange } from './server/roles/role-facts.ts';
import { rolesOfPerson } from './server/roles/roles-of-person.ts';
import { secondRole } from './server/roles/second-role.ts';

/** Does things in the demo town as one of its people, some days ago. */
export interface Town {
  readonly ids: Record<DemoPersonKey, string>;
  /** Runs an action as that person, so many days before now; decimals are hours. */
  act<Result>(who: DemoPersonKey, daysAgo: number, deed: Deed): Promise<Result>;
}

/** What is done in the town: an action and its input. */
export interface Deed {
  readonly action: AnyAction;
  readonly input: Readonly<Record<string, unknown>>;
  readonly locale?: Locale;
}

/** The town for any room's part of it: people by key, and a way to act as one of them with the clock set back. */
export async function demoTown(house: House): Promise<Town> {
  const { db } = house.database;
  const ids = await demoPersonIds(db);
  return {
    ids,
    act: async <Result>(who: DemoPersonKey, daysAgo: number, { action, input, locale = 'sr-Cyrl' }: Deed) => {
      const now = house.now().getTime() - daysAgo * 86_400_000;
      const personId = ids[who];
      const { roles } = await rolesOfPerson(db, personId);
      const asking = { actor: { kind: 'person', personId, roles } as const, language: house.languages.of(locale) };
      return runAction({ ...house, now: () => new Date(now) }, asking, { action, input }) as Promise<Result>;
    },
  };
}

/** Founds the demo's places with charters, members, roles and organisations, half a year ago. */
export async function seedCommunities(house: House): Promise<void> {
  const town = await demoTown(house);
  for (const place of demoPlaces) await seedPlace(house, town, place);
  await seedOrganisations(town);
  for (const { slug, open } of demoPlaces) await leaveWaiting(town, slug, open);
}

async function seedPlace(house: House, town: Town, place: SeededPlace): Promise<void> {
  const { slug, steward, second, community } = place;
  const { country, locale } = community;
  const law = { answersForData: place.answersForData, law: place.law };
  await town.act(steward, 190, { action: foundCommunity, input: { ...community, slug, joining: 'open', ...law } });
  const plain = plainCharter({ country, locale, ...law, host: place.host });
  const inclusion = { ...plain.inclusion, protected: place.protectedGroups };
  const rules = { ...plain, languages: place.languages, voteBy: place.voteBy, inclusion };
  await town.act(steward, 189, { action: writeCharter, input: { slug, rules, why: place.why } });
  const { lines, source, year } = place.benchmark;
  await town.act(steward, 188, { action: setBenchmark, input: { slug, lines, source, year } });
  for (const line of place.helpLines) await town.act(steward, 187, { action: enterHelpLine, input: { slug, ...line } });
  for (const [index, { key, belonging = 'lives-here' }] of place.members.entries()) {
    const joins = { slug, belonging, oldEnough: 'yes' };
    await town.act(key, 186 - index * 3, { action: joinCommunity, input: joins });
  }
  await town.act(steward, 120, { action: proposeRole, input: asks(town, { slug, personId: second, role: 'steward' }) });
  for (const [key, role] of place.roles) await grant(house, town, { place, key, role });
  await confirm(town, place);
  await sayGroups(town, place);
  await town.act(steward, 100, { action: editCommunity, input: { ...community, slug, joining: 'approval' } });
}

const asks = (town: Town, { personId, ...ask }: { slug: string; personId: DemoPersonKey; role: string }) => ({
  ...ask,
  personId: town.ids[personId],
  change: 'grant',
});

async function grant(
  house: House,
  town: Town,
  { place, key, role }: { readonly place: SeededPlace; readonly key: DemoPersonKey; readonly role: string },
): Promise<void> {
  const { slug, steward, second } = place;
  await town.act(steward, 118, { action: proposeRole, input: asks(town, { slug, personId: key, role }) });
  const { db } = house.database;
  const { id } = await findCommunity(db, slug);
  const changeId = await waitingRoleChange(db, id, town.ids[key]);
  await town.act(second, 117, { action: secondRole, input: { slug, changeId } });
}

/** Most seats are confirmed by a card, one by two who vouch, the last two not yet. */
async function confirm(town: Town, { slug, steward, second, members }: SeededPlace): Promise<void> {
  const [vouched, ...carded] = members.slice(0, -2).map(({ key }) => key);
  for (const key of carded)
    if (key !== steward) await town.act(steward, 110, { action: giveCard, input: { slug, personId: town.ids[key] } });
  if (vouched === second) return;
  for (const by of [steward, second])
    await town.act(by, 108, { action: vouchFor, input: { slug, personId: town.ids[vouched] } });
}

/** What people said of themselves; some rather did not say, some were not asked yet. */
async function sayGroups(town: Town, { slug, members, steward, stewardIs }: SeededPlace): Promise<void> {
  const say = (key: DemoPersonKey, attribute: string, group: string) =>
    town.act(key, 90, { action: sayAttribute, input: { slug, attribute, group } });
  if (stewardIs.gender !== undefined) await say(steward, 'gender', stewardIs.gender);
  if (stewardIs.age !== undefined) await say(steward, 'age', stewardIs.age);
  for (const { key, gender, age } of members) {
    if (gender !== undefined) await say(key, 'gender', gender);
    if (age !== undefined) await say(key, 'age', age);
  }
}

async function seedOrganisations(town: Town): Promise<void> {
  for (const { slug, lead, people, belongsTo, ...description } of demoOrganisations) {
    await town.act(lead, 180, { action: registerOrganisation, input: { slug, ...description } });
    for (const key of people)
      await town.act(lead, 179, {
        action: addToOrganisation,
        input: { organisation: slug, personId: town.ids[key], role: 'member' },
      });
    for (const { place, by } of belongsTo)
      await town.act(by, 115, { action: bringOrganisation, input: { slug: place, organisation: slug } });
  }
}

/** What is still open when somebody first looks: a request to come in, a role without its second. */
async function leaveWaiting(town: Town, slug: string, open: SeededPlace['open']): Promise<void> {
  const { asks: who, words, belonging } = open;
  await town.act(who, 2.2, { action: joinCommunity, input: { slug, belonging, words, oldEnough: 'yes' } });
  if (!open.role) return;
  const { by, key, role, why } = open.role;
  const input = { ...asks(town, { slug, personId: key, role }), why };
  await town.act(by, 1.1, { action: proposeRole, input });
}
