import { beforeEach, describe, expect, it } from 'vitest';
import type { Asking } from '#platform/run-action.ts';
import { membersOf } from '../membership/members-of.ts';
import { type TestVillage, testVillage } from '../testing.ts';
import { acceptInvitation, declineInvitation, showInvitation } from './answer-invitation.ts';
import { holdInvitations, showHeldInvitations } from './hold-invitations.ts';
import { applyHeldInvitations, importInvitations } from './import-invitations.ts';
import { invitePerson } from './invite-person.ts';
import { showLists } from './queries.ts';
import { forgetInvitations, sendInvitations } from './ticks.ts';
import { undoList } from './undo-list.ts';

let village: TestVillage;
let founder: string;
let id: string;
let asking: Asking;
const slug = 'lipovac';
const LIST = 'ime;e-pošta;telefon;jezik\nАна;ana@example.org;;sr\nBesim;;064 123 4567;sq\n';

beforeEach(async () => {
  village = await testVillage();
  founder = await village.person('Mira');
  id = await village.found(founder, slug, { joining: 'invitation' });
  asking = { actor: await village.actor(founder), language: village.house.languages.of('en') };
});

const hold = (text: string, by = founder) =>
  village.as<{ id: string }>(by, holdInvitations, {
    slug,
    source: 'The meeting in the school',
    fileName: 'list.csv',
    bytes: new TextEncoder().encode(text),
  });
const apply = (list: string) => applyHeldInvitations(village.house, asking, { slug, id: list });
const open = () => village.house.database.db.selectFrom('communities.invitation').selectAll().execute();
const token = () => /invitation\/([\w-]+)/.exec(village.house.letters[0]?.text ?? '')?.[1] ?? '';
const invite = async () => {
  await apply((await hold(LIST)).id);
  await sendInvitations.run(village.house);
};

describe('a list', () => {
  it('names every bad row by its line and invites nobody while there is one', async () => {
    const bad = 'ime,e-pošta\nAna,ana@example.org\nBora,nonsense\nCane,\n,d@example.org\nEna,ANA@example.org\n';
    const { id: list } = await hold(bad);
    const held = await village.reads(founder, (context) => showHeldInvitations(context, { slug, id: list }));
    expect(held.preview.bad.map(({ line, problems }) => [line, problems[0].problem.key])).toEqual([
      [3, 'communities.invalid.email'],
      [4, 'communities.invalid.no-address'],
      [5, 'communities.invalid.name'],
      [6, 'platform.import.twice'],
    ]);
    await expect(apply(list)).rejects.toMatchObject({ reason: 'communities.bad-rows' });
    expect(await open()).toEqual([]);
  });

  it('makes invitations and no members, once however often one presses', async () => {
    const { id: list } = await hold(LIST);
    expect(await apply(list)).toMatchObject({ invited: 2 });
    await expect(apply(list)).rejects.toMatchObject({ reason: 'platform.import-gone' });
    expect((await membersOf(village.house.database.db, id)).length).toBe(1);
    expect((await open()).map(({ phone, locale }) => [phone, locale]).sort()).toEqual([
      ['+381641234567', 'sq'],
      [null, 'sr-Cyrl'],
    ]);
    const again = await village.reads(founder, async (context) =>
      showHeldInvitations(context, { slug, id: (await hold(LIST)).id }),
    );
    expect(again.preview.bad[0].problems[0].problem.key).toBe('communities.invalid.invited');
  });

  it('leaves nothing behind when it fails half way', async () => {
    const twice = Array.from({ length: 1_001 }, (_, at) => ({
      name: 'Ana',
      email: `a${at}@a.org`,
      locale: 'en' as const,
    }));
    const invitees = [...twice, twice[0]];
    await expect(importInvitations(village.house, asking, { slug, source: 'list', invitees })).rejects.toThrow();
    expect(await open()).toEqual([]);
    expect(await village.house.database.db.selectFrom('communities.invitationList').select('id').execute()).toEqual([]);
  });

  it('sends each person one message that names the source, and never a second', async () => {
    await invite();
    await sendInvitations.run(village.house);
    const { letters } = village.house;
    expect(letters.map(({ to }) => to).sort()).toEqual(['+381641234567', 'ana@example.org']);
    expect(letters.find(({ channel }) => channel === 'email')?.text).toContain('The meeting in the school');
  });

  it('is deleted unanswered after 30 days', async () => {
    await invite();
    village.house.passDays(29);
    await forgetInvitations.run(village.house);
    expect((await open()).length).toBe(2);
    village.house.passDays(1);
    await forgetInvitations.run(village.house);
    expect(await open()).toEqual([]);
  });

  it('can be taken back whole, and who came by it stays', async () => {
    await invite();
    const ana = await village.person('Ana');
    const address = { slug, token: token() };
    await village.as(ana, acceptInvitation, { ...address, belonging: 'lives-here', oldEnough: 'yes' });
    const [list] = await village.reads(founder, (context) => showLists(context, slug));
    expect(list).toMatchObject({ invited: 2, came: 1, open: 1 });
    expect(await village.as(founder, undoList, { slug, listId: list.id })).toEqual({ removed: 1 });
    expect((await membersOf(village.house.database.db, id)).length).toBe(2);
    await expect(village.as(founder, undoList, { slug, listId: list.id })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is brought by the desk of this community only', async () => {
    const stranger = await village.person('Stranger');
    await village.found(stranger, 'brezje');
    await expect(hold(LIST, stranger)).rejects.toMatchObject({ kind: 'forbidden' });
    const { id: list } = await hold(LIST);
    await expect(
      village.reads(stranger, (context) => showHeldInvitations(context, { slug, id: list })),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('an invitation', () => {
  it('that is declined keeps neither name nor address, and opens nothing any more', async () => {
    await invite();
    const ana = await village.person('Ana');
    const address = { slug, token: token() };
    expect((await village.reads(ana, (context) => showInvitation(context, address))).source).toContain('school');
    await village.as(ana, declineInvitation, address);
    const [declined] = (await open()).filter(({ answer }) => answer === 'no');
    expect([declined.name, declined.email, declined.phone]).toEqual(['–', null, null]);
    await expect(
      village.as(ana, acceptInvitation, { ...address, belonging: 'lives-here', oldEnough: 'yes' }),
    ).rejects.toMatchObject({ reason: 'communities.invitation-gone' });
  });

  it('by hand has a link, no address, and sends nothing', async () => {
    const { path } = await village.as<{ path: string }>(founder, invitePerson, { slug, name: 'Dana' });
    await sendInvitations.run(village.house);
    expect(village.house.letters).toEqual([]);
    const dana = await village.person('Dana');
    const hand = { slug, token: path.split('/').at(-1), belonging: 'land', oldEnough: 'yes' };
    await village.as(dana, acceptInvitation, hand);
    expect((await membersOf(village.house.database.db, id)).map(({ how }) => how).sort()).toEqual([
      'founded',
      'invited',
    ]);
  });
});

describe('the charter says who invites', () => {
  it('lets members make a link where it chose members, twenty a day at most', async () => {
    const { path } = await village.as<{ path: string }>(founder, invitePerson, { slug, name: 'Vera' });
    const vera = await village.person('Vera');
    const answer = { slug, token: path.split('/').at(-1), belonging: 'lives-here', oldEnough: 'yes' };
    await village.as(vera, acceptInvitation, answer);
    for (let at = 0; at < 20; at += 1) await village.as(vera, invitePerson, { slug, name: `Gost ${at}` });
    await expect(village.as(vera, invitePerson, { slug, name: 'Još jedan' })).rejects.toMatchObject({
      kind: 'too-many',
    });
    const stranger = await village.person('Petar');
    await expect(village.as(stranger, invitePerson, { slug, name: 'Vera' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});
