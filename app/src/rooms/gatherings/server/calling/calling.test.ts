import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { readingContext } from '#platform/house.ts';
import { searchEntries } from '#platform/search.ts';
import { listNotices } from '#rooms/messages/server/index.ts';
import { callOfForm } from '../../call-of-form.ts';
import { CALL, type CallingVillage, callingVillage } from '../testing.ts';
import { callOffGathering } from './call-off-gathering.ts';
import { endRole } from './end-role.ts';
import { giveRole } from './give-role.ts';
import { homeOfGatherings } from './home.ts';
import { listGatherings } from './list-gatherings.ts';
import { reviseGathering } from './revise-gathering.ts';
import { showGathering } from './show-gathering.ts';

let v: CallingVillage;
let member: string;
beforeEach(async () => {
  v = await callingVillage();
  [member] = await v.members(v.slug, 'Ana');
});
const db = () => v.house.database.db;
const asNobody = () => readingContext(v.house, nobody, v.house.languages.of('en'));
const agenda = [
  { startsAt: '2026-11-20T17:00:00Z', minutes: 20, title: 'Pozdrav', ledBy: 'Mira' },
  { startsAt: '2026-11-20T17:20:00Z', minutes: 40, title: 'Bunari' },
];

describe('the call', () => {
  it('is read by everyone with its programme, and found by its words in either script', async () => {
    const { number } = await v.call({ agenda, about: 'Voda je **mutna**.' });
    const page = await showGathering(asNobody(), { slug: v.slug, number });
    expect([page.state, page.agenda.map(({ title }) => title)]).toEqual(['called', ['Pozdrav', 'Bunari']]);
    expect(page.html).toContain('<strong>mutna</strong>');
    expect(Object.values(page.abilities)).toEqual([false, false, false, false]);
    const hits = await searchEntries(asNobody(), { communityId: v.communityId, words: 'бунари', withMembers: false });
    expect(hits.map(({ kind }) => kind)).toEqual(['gathering']);
  });

  it('to members only is not there for others, neither by address nor in the list, the search or on the front page', async () => {
    const { number } = await v.call({ audience: 'members' });
    const outsider = await v.person('Stranac');
    await expect(v.reads(outsider, (c) => showGathering(c, { slug: v.slug, number }))).rejects.toThrow('not-found');
    expect((await listGatherings(asNobody(), { slug: v.slug })).coming).toEqual([]);
    expect(
      await searchEntries(asNobody(), { communityId: v.communityId, words: 'bunare', withMembers: false }),
    ).toEqual([]);
    expect((await v.reads(member, (c) => listGatherings(c, { slug: v.slug }))).coming).toHaveLength(1);
  });

  it('is changed with what stood before kept, and counts its changes', async () => {
    const { communityId, gatheringId, number } = await v.call({ agenda });
    await v.as(v.mira, reviseGathering, {
      communityId,
      gatheringId,
      ...CALL,
      startsAt: '2026-11-20T16:00:00Z',
      agenda: [agenda[1]],
    });
    const page = await v.reads(member, (c) => showGathering(c, { slug: v.slug, number }));
    expect(page.gathering.revisions).toBe(1);
    expect(page.earlier?.startsAt.toISOString()).toBe('2026-11-20T17:00:00.000Z');
    expect(page.agenda.map(({ title }) => title)).toEqual(['Bunari']);
  });

  it('that was called off stays with its reason and is changed no more', async () => {
    const { communityId, gatheringId, number } = await v.call();
    await v.as(v.mira, callOffGathering, { communityId, gatheringId, why: 'Sneg je zatvorio put' });
    const page = await showGathering(asNobody(), { slug: v.slug, number });
    expect([page.state, page.gathering.why]).toEqual(['called-off', 'Sneg je zatvorio put']);
    await expect(v.as(v.mira, reviseGathering, { communityId, gatheringId, ...CALL })).rejects.toThrow('called-off');
  });

  it('is nobody’s to make but the desk’s; the chair may change it', async () => {
    const { communityId, gatheringId } = await v.call();
    const change = { communityId, gatheringId, ...CALL, theme: 'Bunari i česme' };
    await expect(v.as(member, reviseGathering, change)).rejects.toThrow('not-yours');
    await v.as(v.mira, giveRole, { communityId, gatheringId, personId: member, role: 'chair' });
    expect((await v.reads(member, listNotices)).notices).toHaveLength(1);
    await v.as(member, reviseGathering, change);
    await v.as(v.mira, endRole, { communityId, gatheringId, personId: member, role: 'chair' });
    await expect(v.as(member, reviseGathering, change)).rejects.toThrow('not-yours');
  });
});

describe('the list and the front page', () => {
  it('tell what is under way, coming and over by the clock alone', async () => {
    await v.call({ theme: 'Prvi' });
    await v.call({ theme: 'Drugi', startsAt: '2026-12-20T17:00:00Z', endsAt: '2026-12-20T19:00:00Z' });
    v.house.setNow('2026-11-20T18:00:00Z');
    const during = await listGatherings(asNobody(), { slug: v.slug });
    expect([during.underWay[0]?.theme, during.coming[0]?.theme, during.past.length]).toEqual(['Prvi', 'Drugi', 0]);
    v.house.setNow('2026-11-21T18:00:00Z');
    const after = await listGatherings(asNobody(), { slug: v.slug });
    expect([after.coming[0]?.theme, after.past[0]?.theme]).toEqual(['Drugi', 'Prvi']);
    const home = await homeOfGatherings(asNobody(), after.place);
    expect(home.next?.map(({ title }) => title)).toEqual(['Drugi']);
  });
});

describe('the form', () => {
  it('speaks the clock of the place, also for the programme, and leaves empty rows out', () => {
    const call = callOfForm(
      {
        startsAt: '2026-11-20T18:00',
        endsAt: '2026-11-21T20:00',
        agenda: [
          { at: '18:00', minutes: '10', title: 'Pozdrav' },
          { at: '', title: '' },
          undefined,
          { at: '09:00', day: '2', title: 'Bunari' },
        ],
      },
      'Europe/Belgrade',
    );
    expect(call.startsAt).toBe('2026-11-20T17:00:00.000Z');
    expect(call.agenda).toMatchObject([
      { startsAt: '2026-11-20T17:00:00.000Z', title: 'Pozdrav' },
      { startsAt: '2026-11-21T08:00:00.000Z', title: 'Bunari' },
    ]);
  });
});

describe('the database', () => {
  it('keeps no gathering that ends before it begins or is nowhere, and no role held twice', async () => {
    const { communityId, gatheringId } = await v.call();
    const change = (set: string) => sql.raw(`update gatherings.gathering set ${set}`).execute(db());
    await expect(change('ends_at = starts_at')).rejects.toThrow('check');
    await expect(change("place = '', link = null")).rejects.toThrow('check');
    await expect(change("link = 'javascript:alert(1)'")).rejects.toThrow('check');
    const role = { communityId, gatheringId, personId: member, role: 'chair', givenBy: v.mira };
    await db()
      .insertInto('gatherings.role')
      .values({ ...role, givenAt: new Date('2026-11-01') })
      .execute();
    await expect(
      db()
        .insertInto('gatherings.role')
        .values({ ...role, givenAt: new Date('2026-11-02') })
        .execute(),
    ).rejects.toThrow('role_held');
  });
});
