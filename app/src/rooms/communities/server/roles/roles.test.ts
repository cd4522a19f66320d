import { beforeEach, describe, expect, it } from 'vitest';
import { peopleWithRole } from '../membership/members-of.ts';
import { showMembers } from '../membership/queries.ts';
import { addToOrganisation } from '../organisations/people-of-organisation.ts';
import { registerOrganisation } from '../organisations/register-organisation.ts';
import { type TestVillage, testVillage } from '../testing.ts';
import { privateDoorKeepers } from './private-door.ts';
import { proposeRole } from './propose-role.ts';
import { askRecall, supportRecall } from './recall-steward.ts';
import { declineRole, secondRole } from './second-role.ts';
import { stepDown } from './step-down.ts';

let village: TestVillage;
let id: string;
let mira: string;
let ana: string;
let bora: string;
let cane: string;
let dana: string;
const slug = 'lipovac';

beforeEach(async () => {
  village = await testVillage();
  mira = await village.person('Mira');
  id = await village.found(mira, slug);
  [ana, bora, cane, dana] = await village.members(slug, 'Ana', 'Bora', 'Cane', 'Dana');
});

const propose = (by: string, personId: string, role: string, change = 'grant') =>
  village.as<{ done: boolean }>(by, proposeRole, { slug, personId, role, change });
const waiting = async () => (await village.reads(mira, (context) => showMembers(context, { slug }))).changes;
const second = async (by: string) => village.as(by, secondRole, { slug, changeId: (await waiting())[0].id });
const holding = (role: string) => peopleWithRole(village.house.database.db, id, role);
const give = async (personId: string, role: string) => {
  await propose(mira, personId, role);
  await second(ana);
};

describe('a change of roles', () => {
  it('needs two: the only steward names the second alone, marked so, and nobody else', async () => {
    expect(await propose(mira, bora, 'facilitator')).toEqual({ done: false });
    expect(await holding('facilitator')).toEqual([]);
    expect(await propose(mira, ana, 'steward')).toEqual({ done: true });
    expect(await propose(mira, cane, 'steward')).toEqual({ done: false });
    const { db } = village.house.database;
    const alone = await db.selectFrom('communities.roleGrant').select('personId').where('alone', '=', true).execute();
    expect(alone.map(({ personId }) => personId).sort()).toEqual([mira, ana].sort());
  });

  it('is seconded neither by who proposed it nor by whom it is about', async () => {
    await propose(mira, ana, 'steward');
    await propose(mira, bora, 'facilitator');
    await expect(second(mira)).rejects.toMatchObject({ reason: 'communities.second-must-differ' });
    await expect(second(bora)).rejects.toMatchObject({ kind: 'forbidden' });
    await second(ana);
    expect(await holding('facilitator')).toEqual([bora]);
    await propose(mira, bora, 'facilitator', 'end');
    await expect(second(bora)).rejects.toMatchObject({ reason: 'communities.second-must-differ' });
    await second(ana);
    expect(await holding('facilitator')).toEqual([]);
  });

  it('by one alone is refused by the database itself', async () => {
    const { database } = village.house;
    const grant = {
      communityId: id,
      id: crypto.randomUUID(),
      personId: bora,
      role: 'facilitator',
      grantedAt: new Date(),
    };
    const insert = (more: object) =>
      database.inTransaction((db) =>
        db
          .insertInto('communities.roleGrant')
          .values({ ...grant, grantedBy: mira, secondedBy: null, ...more })
          .execute(),
      );
    await expect(insert({})).rejects.toThrow();
    await expect(insert({ secondedBy: mira })).rejects.toThrow();
    await expect(insert({ secondedBy: ana, endedAt: new Date(), endedBy: mira })).rejects.toThrow();
    await expect(insert({ secondedBy: ana })).resolves.toBeDefined();
  });

  it('is taken back by who proposed it, and asked for by members only', async () => {
    await propose(mira, bora, 'facilitator');
    const [change] = await waiting();
    await village.as(mira, declineRole, { slug, changeId: change.id });
    expect(await waiting()).toEqual([]);
    await expect(propose(bora, bora, 'steward')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(propose(mira, await village.person('Stranger'), 'teller')).rejects.toMatchObject({
      reason: 'communities.role-for-members',
    });
  });

  it('gives an official no other role', async () => {
    await propose(mira, ana, 'steward');
    await give(bora, 'official');
    await expect(propose(mira, bora, 'teller')).rejects.toMatchObject({ reason: 'communities.official-alone' });
    await expect(propose(mira, ana, 'official')).rejects.toMatchObject({ reason: 'communities.official-alone' });
  });

  it('is not needed to step down, only the last steward stays', async () => {
    await expect(village.as(mira, stepDown, { slug, role: 'steward' })).rejects.toMatchObject({
      reason: 'communities.last-steward',
    });
    await propose(mira, ana, 'steward');
    await village.as(mira, stepDown, { slug, role: 'steward' });
    expect(await holding('steward')).toEqual([ana]);
  });
});

describe('a recall', () => {
  it('carries when half of the members ask for it, and tells nobody who did', async () => {
    await expect(village.as(ana, askRecall, { slug, personId: mira, why: 'Never answers.' })).rejects.toMatchObject({
      reason: 'communities.name-a-successor',
    });
    await village.as(ana, askRecall, { slug, personId: mira, successorId: dana, why: 'Never answers.' });
    const [recall] = await waiting();
    expect(recall).toMatchObject({ by: undefined, voices: { raised: 1, needed: 3 } });
    const support = (by: string) => village.as(by, supportRecall, { slug, changeId: recall.id });
    await expect(support(mira)).rejects.toMatchObject({ reason: 'communities.not-oneself' });
    expect(await support(bora)).toEqual({ recalled: false });
    expect(await support(bora)).toEqual({ recalled: false });
    expect(await support(cane)).toEqual({ recalled: true });
    expect(await holding('steward')).toEqual([dana]);
  });
});

describe('the private door', () => {
  it('is hidden until two are named, and never opens to an official or a donor’s person', async () => {
    await propose(mira, ana, 'steward');
    const { db } = village.house.database;
    await give(bora, 'keeper');
    expect(await privateDoorKeepers(db, id)).toEqual([]);
    await give(cane, 'keeper');
    expect((await privateDoorKeepers(db, id)).sort()).toEqual([bora, cane].sort());
    await expect(propose(mira, dana, 'keeper')).rejects.toMatchObject({ reason: 'communities.two-keepers' });
    const donor = { slug: 'help', name: 'Help', tier: 'international', kind: 'donor', country: 'NO', locale: 'en' };
    await village.as(dana, registerOrganisation, donor);
    await village.as(dana, addToOrganisation, { organisation: 'help', personId: cane, role: 'member' });
    expect(await privateDoorKeepers(db, id)).toEqual([]);
    await village.as(cane, stepDown, { slug, role: 'keeper' });
    await expect(propose(mira, dana, 'keeper')).rejects.toMatchObject({ reason: 'communities.keeper-of-power' });
  });
});
