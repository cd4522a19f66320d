import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import {
  applyHeldInvitations,
  holdInvitations,
  importInvitations,
  printCards,
  stepDown,
} from '#rooms/communities/server/index.ts';
import { testVillage } from '#rooms/communities/server/testing.ts';
import { importPabulib } from '#rooms/decisions/server/index.ts';
import { importPolis } from '#rooms/forum/server/index.ts';
import { importEvent } from '#rooms/gatherings/server/index.ts';
import { applyHeldNeeds, holdNeeds, importNeeds } from '#rooms/needs/server/index.ts';
import { INNER } from './test-inner.ts';
import { type ActorName, fillTown } from './test-people.ts';
import { ANSWERED, doors, file, HIDDEN, OUTSIDE, QUERIES, READERS } from './test-queries.ts';
import { conversationFolder, type Planted, plantSecrets } from './test-secrets.ts';
import { SLUG, type Town, townIn } from './test-town.ts';
import { actorOf, outcomeOfThrow } from './test-tries.ts';

const slug = SLUG;
let town: Town;
let planted: Planted;
let end: () => Promise<void>;

beforeAll(async () => {
  const village = await testVillage();
  const standing = await fillTown(village);
  const transaction = await village.house.database.db.startTransaction().execute();
  end = async () => transaction.rollback().execute();
  town = townIn(transaction, standing);
  planted = { ...(await plantSecrets(town)), heldListId: '', heldNeedsId: '' };
  const held = { slug, source: 'Spisak' };
  const list = await town.as<{ id: string }>('mira', holdInvitations, {
    ...held,
    ...file('name,email\nSkrivena,s@example.org\n'),
  });
  const needs = await town.as<{ id: string }>('mira', holdNeeds, { ...held, ...file('title\nTajna potreba\n') });
  planted = { ...planted, heldListId: list.id, heldNeedsId: needs.id };
});
afterAll(() => end());

/** What a query answers to somebody, or how it stopped them. */
async function asked(
  name: string,
  ask: (context: Context) => Promise<unknown>,
): Promise<{ got: string; text: string; answer?: unknown }> {
  const actor = await actorOf(town, name as ActorName);
  try {
    const answer = await town.tries(() => town.reads(actor, ask));
    return { got: 'answered', text: JSON.stringify(answer ?? null), answer };
  } catch (problem) {
    return { got: outcomeOfThrow(problem, true), text: '' };
  }
}

/** What this reader may never read. */
function forbidden(name: string): RegExp {
  if (OUTSIDE.includes(name)) return /skriven|tajn|zaklet/i;
  if (name === 'facilitator' || name === 'mira') return /zaklet/i;
  return name === 'owner' || name === 'keeper' ? /kletva\b(?<!zakletva)|prijava/i : /tajn|zaklet/i;
}

it('knows every query of every door that takes a context, and whom it answers', () => {
  const taking = Object.entries(doors).flatMap(([room, door]) =>
    Object.entries(door)
      .filter(([, one]) => typeof one === 'function' && !('permission' in one))
      .filter(([, one]) =>
        /^(async )?(function )?\w*\s*\(\s*(context\b|\{[^}]*\b(db|actor|language|outgoing)\b)/.test(String(one)),
      )
      .map(([name]) => `${room}.${name}`),
  );
  expect([...Object.keys(QUERIES), ...INNER].sort()).toEqual(taking.sort());
});

describe.each(Object.entries({ ...QUERIES, ...HIDDEN }).map(([name, query]) => ({ name, query })))(
  '$name',
  ({ query }) => {
    it(`answers ${query.for}, and says nothing that the reader may not read`, async () => {
      for (const reader of READERS) {
        const answered: readonly string[] = ANSWERED[query.for];
        const { got, text, answer } = await asked(reader, (context) => query.ask(context, planted, town));
        expect([reader, got]).toEqual([reader, answered.includes(reader) ? 'answered' : 'stopped']);
        expect([reader, forbidden(reader).exec(text)?.input.slice(0, 2000)]).toEqual([reader, undefined]);
        if ('outside' in query && OUTSIDE.includes(reader)) expect([reader, answer]).toEqual([reader, query.outside]);
      }
    });
  },
);

describe('what runs in many transactions', () => {
  const asking = async (name: ActorName) => ({
    actor: await actorOf(town, name),
    language: town.house.languages.of('en'),
  });
  const agenda = {
    slug,
    fileName: 'skup.md',
    bytes: file('# Ko čisti bunare\nDatum: 2026-12-05\nMesto: Škola\n- 10:00–11:00 Pozdrav').bytes,
  };
  const pieces: Record<string, (name: ActorName) => Promise<unknown>> = {
    importInvitations: async (name) =>
      importInvitations(town.house, await asking(name), { slug, source: 'Spisak', invitees: [] }),
    applyHeldInvitations: async (name) =>
      applyHeldInvitations(town.house, await asking(name), { slug, id: planted.heldListId }),
    printCards: async (name) =>
      printCards(town.house, await asking(name), { slug, names: 'Rada', belonging: 'lives-here' }),
    importNeeds: async (name) => importNeeds(town.house, await asking(name), { slug, source: 'Anketa', needs: [] }),
    applyHeldNeeds: async (name) => applyHeldNeeds(town.house, await asking(name), { slug, id: planted.heldNeedsId }),
    importEvent: async (name) => {
      const preview = await town.reads(await town.actor('mira'), (context) =>
        doors.gatherings.checkEvent(context, agenda),
      );
      return importEvent(town.house, await asking(name), { slug, preview });
    },
    importPolis: async (name) =>
      importPolis(town.house, { slug, folder: conversationFolder(), actor: (await asking(name)).actor }),
    importPabulib: async (name) =>
      importPabulib(town.house, { path: '/nowhere.pb', communitySlug: slug, actor: (await asking(name)).actor }),
  };

  it.each(Object.keys(pieces))('%s stops everybody who doesn’t sit at the desk', async (piece) => {
    for (const name of [
      'nobody',
      'outsider',
      'staff',
      'elsewhere',
      'member',
      'teller',
      'official',
      'keeper',
    ] as const) {
      const outcome = await town.tries(() =>
        pieces[piece](name).then(
          () => 'done',
          (problem) => outcomeOfThrow(problem),
        ),
      );
      expect([name, outcome]).toEqual([name, 'stopped']);
    }
  });

  it('gives no new cards by an old form to who has left the desk', async () => {
    await town.tries(async () => {
      const input = { slug, names: 'Rada', belonging: 'lives-here' };
      const form = { ...(await asking('facilitator')), key: 'the-key-of-one-form' };
      const [card] = await printCards(town.house, form, input);
      expect(card.code).not.toBe('');
      await town.as('facilitator', stepDown, { slug, role: 'facilitator' });
      const left = {
        kind: 'person',
        personId: town.people.facilitator,
        roles: new Map([[town.communityId, ['member']]]),
      } as const;
      await expect(printCards(town.house, { ...form, actor: left }, input)).rejects.toMatchObject({
        kind: 'forbidden',
      });
    });
  });
});

it('lets the house itself read what falls due, and never through the private door', async () => {
  const context = (ask: (context: Context) => Promise<unknown>) => town.reads(system('test'), ask);
  await expect(context((house) => doors.needs.showPrivateDoor(house, slug))).rejects.toMatchObject({ kind: 'sign-in' });
});
