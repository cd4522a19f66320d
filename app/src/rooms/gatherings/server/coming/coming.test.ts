import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { readingContext } from '#platform/house.ts';
import { newSecretId } from '#platform/ids.ts';
import { rowsOfPerson } from '#platform/person-rows.ts';
import { addToOrganisation } from '#rooms/communities/server/index.ts';
import { listNotices } from '#rooms/messages/server/index.ts';
import { erasePerson } from '#rooms/people/server/index.ts';
import { callOffGathering } from '../calling/call-off-gathering.ts';
import { reviseGathering } from '../calling/revise-gathering.ts';
import { showGathering } from '../calling/show-gathering.ts';
import { recordInHall } from '../hall/record-in-hall.ts';
import { gatheringsRoom } from '../index.ts';
import { CALL, type CallingVillage, callingVillage } from '../testing.ts';
import { changeWishes } from './change-wishes.ts';
import { invitePeople } from './invite-people.ts';
import { registerOneself } from './register-oneself.ts';
import { registerOther } from './register-other.ts';
import { showComing } from './show-list.ts';
import { showRegistration } from './show-registration.ts';
import { withdrawRegistration } from './withdraw-registration.ts';

type Which = { communityId: string; gatheringId: string; number: number };
let v: CallingVillage;
let ana: string;
let luka: string;
let sanja: string;
beforeEach(async () => {
  v = await callingVillage();
  [ana, luka, sanja] = await v.members(v.slug, 'Ana', 'Luka', 'Sanja');
});
const db = () => v.house.database.db;
const at = ({ number }: Which) => ({ slug: v.slug, number });
const comes = (person: string, which: Which, more: Record<string, unknown> = {}) =>
  v.as<{ registrationId: string; seated: boolean }>(person, registerOneself, { ...which, ...more });
const mine = async (person: string, which: Which) =>
  (await v.reads(person, (context) => showRegistration(context, at(which)))).coming.mine;
const goes = async (person: string, which: Which) =>
  v.as(person, withdrawRegistration, { ...which, registrationId: (await mine(person, which))?.id });
const told = async (person: string) => {
  const { notices } = await v.reads(person, listNotices);
  return notices.map(({ sentence }) => sentence);
};
const list = (which: Which) => v.reads(v.mira, (context) => showComing(context, at(which)));

describe('whoever says they come', () => {
  it('has a place at once while there are places, and stands once on the list', async () => {
    const which = await v.call({ places: 2 });
    expect((await comes(ana, which)).seated).toBe(true);
    await expect(comes(ana, which)).rejects.toThrow('on-the-list');
    expect(await mine(ana, which)).toMatchObject({ seated: true, place: null });
  });

  it('says what they need to the desk and to nobody else', async () => {
    const which = await v.call();
    await comes(ana, which, { access: 'Kolica', children: '2' });
    const registrationId = (await mine(ana, which))?.id;
    await v.as(ana, changeWishes, { ...which, registrationId, access: 'Kolica, bez stepenica' });
    await expect(v.as(luka, changeWishes, { ...which, registrationId, access: 'x' })).rejects.toThrow('not-yours');
    expect((await list(which)).seated[0]?.wishes).toMatchObject({ access: 'Kolica, bez stepenica', children: 0 });
    await expect(v.reads(luka, (context) => showComing(context, at(which)))).rejects.toThrow('not-yours');
    const open = await showRegistration(readingContext(v.house, nobody, v.house.languages.of('en')), at(which));
    expect(JSON.stringify(open)).not.toContain('Kolica');
    expect(open.coming).toMatchObject({ seated: 1, mine: null });
  });

  it('may be entered by somebody else, with how they said it and by whom', async () => {
    const which = await v.call();
    await v.as(v.mira, registerOther, {
      ...which,
      name: 'Baka Stana',
      channel: 'phone',
      travel: 'Neka je neko poveze',
    });
    await v.as(v.mira, registerOther, { ...which, personId: ana, channel: 'in-person' });
    const { seated } = await list(which);
    expect(seated.map(({ name, channel, enteredBy, hasAccount }) => [name, channel, enteredBy, hasAccount])).toEqual([
      ['Baka Stana', 'phone', 'Mira', false],
      ['Ana', 'in-person', 'Mira', true],
    ]);
    expect(await told(ana)).toHaveLength(1);
    await expect(v.as(luka, registerOther, { ...which, name: 'X', channel: 'phone' })).rejects.toThrow('not-yours');
    await expect(v.as(v.mira, registerOther, { ...which, personId: newSecretId(), channel: 'phone' })).rejects.toThrow(
      'nobody-there',
    );
  });

  it('does so until the day that the call says; a helper may enter them until the end', async () => {
    const which = await v.call({ registrationUntil: '2026-11-10T00:00:00Z' });
    v.house.setNow('2026-11-11T00:00:00Z');
    await expect(comes(ana, which)).rejects.toThrow('closed');
    await v.as(v.mira, registerOther, { ...which, personId: ana, channel: 'phone' });
    v.house.setNow('2026-11-21T00:00:00Z');
    await expect(v.as(v.mira, registerOther, { ...which, personId: luka, channel: 'phone' })).rejects.toThrow('over');
  });
});

describe('the waiting list', () => {
  it('gives the last place to one of two who come in the same moment, and lets the other wait', async () => {
    const which = await v.call({ places: 1 });
    const both = await Promise.all([comes(ana, which), comes(luka, which)]);
    expect(both.map(({ seated }) => seated).sort()).toEqual([false, true]);
    const seats = await db().selectFrom('gatherings.registration').select('seat').orderBy('seat').execute();
    expect(seats.map(({ seat }) => seat)).toEqual([1, null]);
  });

  it('gives a place that comes free to who was at fewer of the last gatherings, then to who waited longest', async () => {
    const earlier = await v.call({ startsAt: '2026-11-02T17:00:00Z', endsAt: '2026-11-02T19:00:00Z' });
    v.house.setNow('2026-11-02T18:00:00Z');
    const there = { kind: 'attendance', key: newSecretId(), happenedAt: v.house.now(), personId: luka, present: true };
    await v.as(v.mira, recordInHall, { ...earlier, deviceId: newSecretId(), entries: [there] });
    v.house.setNow('2026-11-03T10:00:00Z');
    const which = await v.call({ places: 1 });
    await comes(ana, which);
    v.house.setNow('2026-11-04T10:00:00Z');
    await comes(luka, which);
    v.house.setNow('2026-11-05T10:00:00Z');
    await comes(sanja, which);
    expect([(await mine(luka, which))?.place, (await mine(sanja, which))?.place]).toEqual([2, 1]);
    await goes(ana, which);
    expect([(await mine(luka, which))?.place, (await mine(sanja, which))?.seated]).toEqual([1, true]);
    expect(await told(sanja)).toEqual([expect.stringContaining('place')]);
    expect(await told(luka)).toEqual([]);
  });

  it('gives nobody who comes later a place that somebody waits for', async () => {
    const which = await v.call({ places: 1 });
    await comes(ana, which);
    await comes(luka, which);
    await Promise.all([goes(ana, which), comes(sanja, which)]);
    expect((await mine(luka, which))?.seated).toBe(true);
    expect((await mine(sanja, which))?.seated).toBe(false);
    expect((await comes(ana, which)).seated).toBe(false);
    expect((await mine(ana, which))?.place).toBe(2);
  });

  it('moves up when places are added, and no place is taken away from who has one', async () => {
    const which = await v.call({ places: 2 });
    for (const person of [ana, luka, sanja]) await comes(person, which);
    const change = (places: number) => v.as(v.mira, reviseGathering, { ...which, ...CALL, places });
    await expect(change(1)).rejects.toThrow('places-taken');
    await change(3);
    await v.listen();
    expect((await mine(sanja, which))?.seated).toBe(true);
    expect(await told(sanja)).toHaveLength(1);
  });
});

describe('an invitation', () => {
  const invite = (which: Which, more: Record<string, unknown>) =>
    v.as<{ told: number }>(v.mira, invitePeople, { ...which, ...more });

  it('reaches nobody twice, by whatever name they are called', async () => {
    const which = await v.call();
    await comes(sanja, which);
    const organisationId = await v.organisation('zora');
    await v.as(v.mira, addToOrganisation, { organisation: 'zora', personId: ana, role: 'member' });
    expect((await invite(which, { kind: 'organisation', organisationId })).told).toBe(1);
    expect((await invite(which, { kind: 'role', role: 'member' })).told).toBe(1);
    expect((await invite(which, { kind: 'role', role: 'member' })).told).toBe(0);
    expect([await told(ana), await told(luka), await told(sanja)].map(({ length }) => length)).toEqual([1, 1, 0]);
    await expect(invite(which, { kind: 'organisation', organisationId })).rejects.toThrow('invited-already');
  });

  it('lets who was called read a call to members without being one', async () => {
    const which = await v.call({ audience: 'members' });
    const guest = await v.person('Gošća');
    const read = () => v.reads(guest, (context) => showGathering(context, at(which)));
    await expect(read()).rejects.toThrow('not-found');
    const organisationId = await v.organisation('zora');
    const { db } = v.house.database;
    await db
      .insertInto('communities.organisationMember')
      .values({ organisationId, personId: guest, role: 'member', joinedAt: v.house.now(), addedBy: v.mira } as never)
      .execute();
    await invite(which, { kind: 'organisation', organisationId });
    expect((await read()).gathering.theme).toBe(CALL.theme);
  });

  it('by paper stands on the desk’s list with its name', async () => {
    const which = await v.call();
    await invite(which, { kind: 'paper', name: 'Deda Rade' });
    expect((await list(which)).invitations).toMatchObject([{ kind: 'paper', name: 'Deda Rade', told: 0 }]);
  });
});

describe('whoever comes is told', () => {
  it('a week and a day before, and no more once they do not come', async () => {
    const which = await v.call();
    await comes(ana, which);
    await comes(luka, which);
    await goes(luka, which);
    v.house.setNow('2026-11-13T18:00:00Z');
    await v.tick();
    v.house.setNow('2026-11-19T18:00:00Z');
    await v.tick();
    expect([(await told(ana)).length, (await told(luka)).length]).toEqual([2, 0]);
  });

  it('when time or place moves, and is reminded by the new day', async () => {
    const which = await v.call();
    await comes(ana, which);
    const later = { ...CALL, startsAt: '2026-11-27T17:00:00Z', endsAt: '2026-11-27T19:00:00Z' };
    await v.as(v.mira, reviseGathering, { ...which, ...later });
    await v.listen();
    expect(await told(ana)).toHaveLength(1);
    v.house.setNow('2026-11-19T18:00:00Z');
    await v.tick();
    expect(await told(ana)).toHaveLength(1);
    v.house.setNow('2026-11-20T18:00:00Z');
    await v.tick();
    expect(await told(ana)).toHaveLength(2);
    v.house.setNow('2026-11-26T18:00:00Z');
    await v.tick();
    expect(await told(ana)).toHaveLength(3);
  });

  it('when it is called off, with whoever was invited, and is reminded of nothing', async () => {
    const which = await v.call();
    await comes(ana, which);
    await v.as(v.mira, invitePeople, { ...which, kind: 'role', role: 'member' });
    await v.as(v.mira, callOffGathering, { ...which, why: 'Sneg' });
    await v.listen();
    v.house.setNow('2026-11-19T18:00:00Z');
    await v.tick();
    expect([(await told(ana)).length, (await told(luka)).length]).toEqual([1, 2]);
    await expect(comes(luka, which)).rejects.toThrow('called-off');
  });
});

describe('what is kept', () => {
  it('of needs, of names without account and of who was called goes thirty days after', async () => {
    const which = await v.call();
    await comes(ana, which, { access: 'Kolica' });
    await v.as(v.mira, registerOther, { ...which, name: 'Baka Stana', channel: 'phone' });
    await v.as(v.mira, invitePeople, { ...which, kind: 'paper', name: 'Deda Rade' });
    await v.as(v.mira, invitePeople, { ...which, kind: 'role', role: 'member' });
    v.house.setNow('2026-11-20T18:00:00Z');
    const named = {
      kind: 'attendance',
      key: newSecretId(),
      happenedAt: v.house.now(),
      name: 'Deda Rade',
      present: true,
    };
    await v.as(v.mira, recordInHall, { ...which, deviceId: newSecretId(), entries: [named] });
    v.house.setNow('2026-12-20T18:59:00Z');
    await v.tick();
    expect(await db().selectFrom('gatherings.registrationWish').selectAll().execute()).toHaveLength(1);
    v.house.setNow('2026-12-20T19:00:00Z');
    await v.tick();
    expect(await db().selectFrom('gatherings.registrationWish').selectAll().execute()).toEqual([]);
    expect(await db().selectFrom('gatherings.invitee').selectAll().execute()).toEqual([]);
    const { rows } = await sql<{ words: string }>`select row_to_json(r)::text as words from gatherings.registration r
      union all select row_to_json(i)::text from gatherings.invitation i union all select row_to_json(a)::text from gatherings.attendance a`.execute(
      db(),
    );
    expect(JSON.stringify(rows)).not.toMatch(/Stana|Rade/);
    expect(await db().selectFrom('gatherings.attendanceCount').select('count').execute()).toEqual([{ count: 1 }]);
  });

  it('of a person is given to them, and what is ahead goes with them', async () => {
    const which = await v.call({ places: 1 });
    await comes(ana, which, { travel: 'Autobus' });
    await comes(luka, which);
    const held = { register: gatheringsRoom.tables, people: 'people.person', personId: ana };
    const data = await v.reads(ana, (context) => rowsOfPerson(context, held));
    expect(data.get('gatherings.registration_wish')).toMatchObject([{ travel: 'Autobus' }]);
    await v.as(ana, erasePerson, { sure: 'yes' });
    await v.listen();
    expect(await db().selectFrom('gatherings.registrationWish').selectAll().execute()).toEqual([]);
    expect((await mine(luka, which))?.seated).toBe(true);
  });
});

describe('the database', () => {
  it('gives no place to two, no person two places, and keeps no name beside an account', async () => {
    const which = await v.call();
    await comes(ana, which);
    await comes(luka, which);
    const change = (set: string) => sql.raw(`update gatherings.registration set ${set}`).execute(db());
    await expect(change('seat = 1')).rejects.toThrow('registration_seat');
    await expect(change(`person_id = '${ana}'`)).rejects.toThrow('registration_person');
    await expect(change("name = 'Ana'")).rejects.toThrow('check');
    await expect(change('person_id = null')).rejects.toThrow('check');
    await expect(change('seated_at = null')).rejects.toThrow('check');
    await expect(change('withdrawn_at = registered_at')).rejects.toThrow('check');
  });
});
