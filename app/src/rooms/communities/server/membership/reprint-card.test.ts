import { beforeEach, expect, it } from 'vitest';
import type { Asking } from '#platform/run-action.ts';
import { runParsed } from '#platform/run-action.ts';
import { addAddress, useCard } from '#rooms/people/server/index.ts';
import { proposeRole } from '../roles/propose-role.ts';
import { secondRole } from '../roles/second-role.ts';
import { type TestVillage, testVillage } from '../testing.ts';
import { reprintCard, showCards } from './reprint-card.ts';
import { printCards } from './seat-people.ts';

let village: TestVillage;
let mira: string;
let asking: Asking;
const slug = 'lipovac';
beforeEach(async () => {
  village = await testVillage();
  mira = await village.person('Mira');
  await village.found(mira, slug);
  asking = { actor: await village.actor(mira), language: village.house.languages.of('en') };
});

const first = async () =>
  (await printCards(village.house, asking, { slug, names: 'Rada', belonging: 'lives-here' }))[0];
const again = (by: string, personId: string) => village.as<{ code: string }>(by, reprintCard, { slug, personId });
const opens = (card: string) =>
  runParsed(village.house, asking, {
    name: 'test',
    run: (context) => useCard(context, { knock: 'k'.repeat(43), card, device: 'test' }),
  });

it('a lost card is printed anew, and the old one opens nothing any more', async () => {
  const { personId, code } = await first();
  const fresh = await again(mira, personId);
  expect(await opens(code)).toEqual({ kind: 'unknown' });
  expect(await opens(fresh.code)).toMatchObject({ kind: 'in', seat: { personId } });
  const { made, members } = await village.reads(mira, (context) => showCards(context, slug));
  expect(made.map(({ name, by }) => [name, by])).toEqual([
    ['Rada', 'Mira'],
    ['Rada', 'Mira'],
  ]);
  expect(members.map(({ name }) => name)).toEqual(['Mira', 'Rada']);
});

it('nobody prints a card that would open the account of somebody who comes in by themselves', async () => {
  const { personId } = await first();
  await runParsed(village.house, asking, {
    name: 'test',
    run: (context) => addAddress(context, { personId, address: 'rada@example.org' }),
  });
  await village.house.database.db.updateTable('people.address').set({ confirmedAt: village.house.now() }).execute();
  await expect(again(mira, personId)).rejects.toMatchObject({ reason: 'communities.card-not-needed' });
  await expect(again(mira, mira)).rejects.toMatchObject({ reason: 'communities.not-oneself' });
});

it('members print no cards, and of who holds a role only a steward does', async () => {
  const { personId } = await first();
  const [ana, bora, petar] = await village.members(slug, 'Ana', 'Bora', 'Petar');
  await expect(again(ana, personId)).rejects.toThrow('not-yours');
  await village.as(mira, proposeRole, { slug, personId: petar, role: 'steward', change: 'grant' });
  for (const holder of [ana, bora]) {
    await village.as(mira, proposeRole, { slug, personId: holder, role: 'facilitator', change: 'grant' });
    const { id } = await village.house.database.db
      .selectFrom('communities.roleChange')
      .select('id')
      .where('closedAt', 'is', null)
      .executeTakeFirstOrThrow();
    await village.as(petar, secondRole, { slug, changeId: id });
  }
  await again(ana, personId);
  await expect(again(ana, bora)).rejects.toMatchObject({ reason: 'communities.card-by-steward' });
  expect((await again(petar, bora)).code).not.toBe('');
});

it('somebody who sits at another table gets no card here', async () => {
  await expect(again(mira, await village.person('Vesna'))).rejects.toMatchObject({ kind: 'not-found' });
});
