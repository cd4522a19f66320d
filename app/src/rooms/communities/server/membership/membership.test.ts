import { beforeEach, describe, expect, it } from 'vitest';
import { system } from '#platform/actor.ts';
import { runParsed } from '#platform/run-action.ts';
import { erasePerson } from '#rooms/people/server/index.ts';
import { hasVote } from '../../rules.ts';
import { leaveEverywhere } from '../after-erasure.ts';
import { charterOf } from '../community/charter-of.ts';
import { findCommunity } from '../community/find-community.ts';
import { proposeRole } from '../roles/propose-role.ts';
import { type TestVillage, testVillage } from '../testing.ts';
import { admitRequest } from './admit-request.ts';
import { giveCard, unvouchFor, vouchFor } from './confirm-seat.ts';
import { declineRequest } from './decline-request.ts';
import { joinCommunity } from './join-community.ts';
import { changeBelonging, leaveCommunity } from './leave-community.ts';
import { isMemberSince, membersOf, seatOf } from './members-of.ts';
import { showMembers } from './queries.ts';

let village: TestVillage;
let founder: string;
const slug = 'lipovac';
const asks = { slug, belonging: 'lives-here', oldEnough: 'yes' };

beforeEach(async () => {
  village = await testVillage();
  founder = await village.person('Mira');
});

const requests = async () => (await village.reads(founder, (context) => showMembers(context, { slug }))).requests;

describe('coming in', () => {
  it('is sitting down at an open table, once however often one presses', async () => {
    const id = await village.found(founder, slug);
    const ana = await village.person('Ana');
    expect(await village.as(ana, joinCommunity, asks)).toEqual({ joined: true });
    expect(await village.as(ana, joinCommunity, asks)).toEqual({ joined: true });
    expect((await membersOf(village.house.database.db, id)).length).toBe(2);
  });

  it('is refused by oneself where one comes by invitation, and without saying that one is old enough', async () => {
    await village.found(founder, slug, { joining: 'invitation' });
    const ana = await village.person('Ana');
    await expect(village.as(ana, joinCommunity, asks)).rejects.toMatchObject({ reason: 'communities.by-invitation' });
    await expect(village.as(ana, joinCommunity, { ...asks, oldEnough: '' })).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('is let in alone by the only steward five times, marked so; from then on it takes two', async () => {
    const id = await village.found(founder, slug, { joining: 'approval' });
    for (let at = 0; at < 6; at += 1) {
      const person = await village.person(`Guest ${at}`);
      expect(await village.as(person, joinCommunity, asks)).toEqual({ joined: false });
      const [request] = await requests();
      const admitted = await village.as(founder, admitRequest, { slug, requestId: request.id });
      expect(admitted).toEqual({ admitted: at < 5 });
    }
    const { db } = village.house.database;
    const rows = await db.selectFrom('communities.membership').select(['alone', 'personId']).execute();
    expect(rows.filter(({ alone }) => alone).length).toBe(5);
    const shown = (await village.reads(founder, (context) => showMembers(context, { slug }))).members;
    expect(shown.filter(({ alone }) => alone).length).toBe(5);
    const [request] = await requests();
    await expect(village.as(founder, admitRequest, { slug, requestId: request.id })).rejects.toMatchObject({
      reason: 'communities.second-must-differ',
    });
    const second = rows.find(({ alone }) => alone)?.personId ?? '';
    expect(await village.as(second, admitRequest, { slug, requestId: request.id })).toEqual({ admitted: true });
    expect((await membersOf(db, id)).length).toBe(7);
  });

  it('is answered with a no by the desk only, and one may ask again', async () => {
    await village.found(founder, slug, { joining: 'approval' });
    const ana = await village.person('Ana');
    await village.as(ana, joinCommunity, asks);
    const [request] = await requests();
    await expect(village.as(ana, declineRequest, { slug, requestId: request.id })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await village.as(founder, declineRequest, { slug, requestId: request.id, words: 'We do not know you yet.' });
    expect(await requests()).toEqual([]);
    await village.as(ana, joinCommunity, asks);
    expect((await requests()).length).toBe(1);
  });
});

describe('a seat on the roll', () => {
  const vote = async (id: string, personId: string) => {
    const { db } = village.house.database;
    const seat = await seatOf(db, id, personId);
    return seat ? hasVote((await charterOf(db, id)).rules, seat) : false;
  };

  it('is a voice at first, and a vote once a card was given by hand or two confirmed members vouched', async () => {
    const id = await village.found(founder, slug);
    const [ana, bora, cane] = await village.members(slug, 'Ana', 'Bora', 'Cane');
    expect([await vote(id, founder), await vote(id, ana)]).toEqual([true, false]);
    await expect(village.as(bora, vouchFor, { slug, personId: ana })).rejects.toMatchObject({
      reason: 'communities.vouch-needs-seat',
    });
    await village.as(founder, giveCard, { slug, personId: bora });
    expect(await vote(id, bora)).toBe(true);
    await village.as(founder, vouchFor, { slug, personId: cane });
    await village.as(founder, vouchFor, { slug, personId: cane });
    expect(await vote(id, cane)).toBe(false);
    await village.as(bora, vouchFor, { slug, personId: cane });
    expect(await vote(id, cane)).toBe(true);
    await village.as(bora, unvouchFor, { slug, personId: cane });
    expect(await vote(id, cane)).toBe(false);
  });

  it('can’t be confirmed by oneself, neither by the page nor by the database', async () => {
    const id = await village.found(founder, slug);
    await expect(village.as(founder, giveCard, { slug, personId: founder })).rejects.toMatchObject({
      reason: 'communities.not-oneself',
    });
    const { db } = village.house.database;
    const own = { communityId: id, personId: founder, givenBy: founder, givenAt: village.house.now() };
    await expect(db.insertInto('communities.cardGiven').values(own).execute()).rejects.toThrow();
  });

  it('is asked about again when the tie to the place changes', async () => {
    const id = await village.found(founder, slug);
    const [ana] = await village.members(slug, 'Ana');
    await village.as(founder, giveCard, { slug, personId: ana });
    await village.as(ana, changeBelonging, { slug, belonging: 'other' });
    expect(await vote(id, ana)).toBe(false);
    await village.as(ana, changeBelonging, { slug, belonging: 'lives-here' });
    expect(await vote(id, ana)).toBe(false);
  });

  it('is known for any moment: who came later has no part in what opened before', async () => {
    const id = await village.found(founder, slug);
    const opened = village.house.now();
    village.house.passDays(1);
    const [ana] = await village.members(slug, 'Ana');
    const { db } = village.house.database;
    expect((await membersOf(db, id, { at: opened })).map(({ personId }) => personId)).toEqual([founder]);
    expect(await isMemberSince(db, { communityId: id, personId: ana, since: opened })).toBe(false);
    village.house.passDays(1);
    await village.as(ana, leaveCommunity, { slug });
    expect(await seatOf(db, id, ana)).toBeUndefined();
  });

  it('is not left by the last steward', async () => {
    await village.found(founder, slug);
    await expect(village.as(founder, leaveCommunity, { slug })).rejects.toMatchObject({
      reason: 'communities.last-steward',
    });
    const [ana] = await village.members(slug, 'Ana');
    await village.as(founder, proposeRole, { slug, personId: ana, role: 'steward', change: 'grant' });
    await village.as(founder, leaveCommunity, { slug });
  });

  it('is seen by those who sit here only', async () => {
    await village.found(founder, slug);
    const stranger = await village.person('Stranger');
    await village.found(stranger, 'brezje');
    await expect(village.reads(stranger, (context) => showMembers(context, { slug }))).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

it('asks no more, and stands on no list by name, once the person has erased themself', async () => {
  await village.found(founder, slug, { joining: 'approval' });
  const ana = await village.person('Ana');
  await village.as(ana, joinCommunity, { ...asks, words: 'Ja sam Milkina snaja.' });
  const { house } = village;
  await house.database.db
    .insertInto('communities.invitationList')
    .values({
      communityId: (await findCommunity(house.database.db, slug)).id,
      id: ana,
      source: 'Popis',
      madeAt: house.now(),
    })
    .execute();
  const list = { communityId: (await findCommunity(house.database.db, slug)).id, listId: ana, id: ana };
  await house.database.db
    .insertInto('communities.invitation')
    .values({
      ...list,
      name: 'Ana Ilić',
      email: 'ana@example.org',
      locale: 'en',
      expiresAt: house.now(),
      answeredAt: house.now(),
      answer: 'yes',
      personId: ana,
    })
    .execute();
  await village.as(ana, erasePerson, { sure: 'yes' });
  const heard = { kind: 'people.person-erased', personId: ana };
  await runParsed(
    house,
    { actor: system('test'), language: house.languages.of('en') },
    { name: 'test.hear', run: (context) => leaveEverywhere.hear(context, heard) },
  );
  expect(await requests()).toEqual([]);
  const kept = await Promise.all(
    (['communities.joinRequest', 'communities.invitation'] as const).map((table) =>
      house.database.db.selectFrom(table).selectAll().execute(),
    ),
  );
  expect(kept.map((rows) => rows.length)).toEqual([1, 1]);
  expect(JSON.stringify(kept)).not.toMatch(/Milkina|Ilić|example/);
});
