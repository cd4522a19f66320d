import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { runParsed } from '#platform/run-action.ts';
import type { Mark } from '../../words.ts';
import { draftDecision } from '../paper/draft-decision.ts';
import { extendDecision } from '../paper/extend-decision.ts';
import { openDecision } from '../paper/open-decision.ts';
import { withdrawDecision } from '../paper/withdraw-decision.ts';
import { paper, type Village, village } from '../testing.ts';
import { decisionTicks, sweepBoxes } from '../ticks.ts';
import { castBallot } from './cast-ballot.ts';
import { closeDecision } from './close-decision.ts';
import { forgetBallots } from './forget-ballots.ts';
import { withdrawBallot } from './withdraw-ballot.ts';

let here: Village;
beforeEach(async () => {
  here = await village();
});

async function opened(more: Record<string, unknown> = {}): Promise<string> {
  const { decisionId } = await here.as(here.facilitator, draftDecision, paper(here, more));
  await here.as(here.facilitator, openDecision, { communityId: here.communityId, decisionId });
  return decisionId;
}
const cast = (decisionId: string, personId: string, marks: readonly Mark[] | number, key?: string) =>
  here.as(
    here.actor(personId),
    castBallot,
    {
      communityId: here.communityId,
      decisionId,
      marks: typeof marks === 'number' ? [{ option: marks, value: 1 }] : marks,
    },
    key,
  );
const tick = async () => {
  for (const one of decisionTicks) await one.run(here.house);
};
const count = async (table: string) =>
  (
    await sql<{ n: number }>`select count(*)::integer as n from ${sql.raw(`decisions.${table}`)}`.execute(
      here.database.db,
    )
  ).rows[0].n;

describe('the box', () => {
  it('holds one ballot of a person, the last one, and gives the same receipt for it', async () => {
    const decisionId = await opened();
    const first = await cast(decisionId, here.people[1], 1);
    const again = await cast(decisionId, here.people[1], 2);
    expect(again).toEqual(first);
    expect(first.code).toMatch(/^\d{4}-\d{4}-\d{4}$/);
    expect(await here.database.db.selectFrom('decisions.ballot').select('marks').execute()).toEqual([
      { marks: [{ option: 2, value: 1 }] },
    ]);
    expect(await count('participation')).toBe(1);
  });

  it('takes a ballot sent twice by one click once', async () => {
    const decisionId = await opened();
    const receipts = await Promise.all([1, 2].map(() => cast(decisionId, here.people[1], 1, 'one-click-of-a-form')));
    expect(receipts[0]).toEqual(receipts[1]);
    expect(await count('ballot')).toBe(1);
  });

  it('refuses a ballot from the closing minute on, with or without the job, and keeps what lies in it', async () => {
    const decisionId = await opened();
    await cast(decisionId, here.people[1], 1);
    here.house.setNow('2026-11-08T17:00:00Z');
    await expect(cast(decisionId, here.people[1], 2)).rejects.toMatchObject({ reason: 'decisions.is-closed' });
    await expect(cast(decisionId, here.people[2], 2)).rejects.toMatchObject({ reason: 'decisions.is-closed' });
    await tick();
    await expect(cast(decisionId, here.people[2], 2)).rejects.toMatchObject({ reason: 'decisions.is-closed' });
    expect(await here.database.db.selectFrom('decisions.sealedBallot').select('marks').execute()).toEqual([
      { marks: [{ option: 1, value: 1 }] },
    ]);
    expect(await count('participation')).toBe(1);
  });

  it('believes the clock of the database when the house runs on the same time', async () => {
    const soon = (ms: number) => new Date(Date.now() + ms);
    here.house.setNow(soon(-5000));
    const decisionId = await opened({ opensAt: soon(-60_000).toISOString(), closesAt: soon(-2000).toISOString() });
    // The house's clock is five seconds behind and would still take it.
    await expect(cast(decisionId, here.people[1], 1)).rejects.toMatchObject({ reason: 'decisions.is-closed' });
    expect(await count('ballot')).toBe(0);
  });

  it('gives a ballot back while it is open, and nothing says that it was there', async () => {
    const decisionId = await opened();
    await cast(decisionId, here.people[1], 1);
    const one = { communityId: here.communityId, decisionId };
    expect(await here.as(here.actor(here.people[1]), withdrawBallot, one)).toEqual({ taken: true });
    expect(await here.as(here.actor(here.people[1]), withdrawBallot, one)).toEqual({ taken: false });
    expect([await count('ballot'), await count('participation')]).toEqual([0, 0]);
  });

  it('takes no ballot from a stranger, another community’s member, an official, or a member who came after the roll was fixed', async () => {
    const decisionId = await opened();
    const late = await here.addPerson();
    const [member] = here.people;
    const marks = { communityId: here.communityId, decisionId, marks: [] };
    const elsewhere = {
      kind: 'person',
      personId: member,
      roles: new Map([['elsewhere', ['member', 'steward']]]),
    } as const;
    await expect(here.as({ kind: 'nobody' }, castBallot, marks)).rejects.toMatchObject({ kind: 'sign-in' });
    await expect(here.as(elsewhere, castBallot, marks)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(here.as(here.actor(member, 'official'), castBallot, marks)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(here.as(here.actor(member, 'member', 'official'), castBallot, marks)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(cast(decisionId, late, 1)).rejects.toMatchObject({ reason: 'decisions.not-on-roll' });
    expect(await count('ballot')).toBe(0);
  });

  it('cannot be sealed before its minute, by anybody', async () => {
    const decisionId = await opened();
    const close = () => here.as(here.facilitator, closeDecision, { communityId: here.communityId, decisionId });
    await expect(close()).rejects.toMatchObject({ reason: 'decisions.still-open' });
    here.house.setNow('2026-11-08T17:00:00Z');
    await close();
    await close();
    expect(await count('closure')).toBe(1);
  });

  it('is moved to a later minute once, with the ballots that lie in it', async () => {
    const decisionId = await opened();
    await cast(decisionId, here.people[1], 1);
    const extend = (closesAt: string) =>
      here.as(here.facilitator, extendDecision, {
        communityId: here.communityId,
        decisionId,
        closesAt,
        why: 'Snow closed the road',
      });
    await expect(extend('2026-11-07T17:00:00Z')).rejects.toMatchObject({ reason: 'decisions.only-later' });
    await extend('2026-11-10T17:00:00Z');
    await expect(extend('2026-11-12T17:00:00Z')).rejects.toMatchObject({ reason: 'decisions.extended-already' });
    here.house.setNow('2026-11-09T10:00:00Z');
    await tick();
    await cast(decisionId, here.people[1], 2);
    expect(await count('ballot')).toBe(1);
  });

  it('loses the ballots of whoever is erased before closing, and none after', async () => {
    const decisionId = await opened();
    await cast(decisionId, here.people[1], 1);
    await cast(decisionId, here.people[2], 1);
    const erase = (personId: string) =>
      runParsed(
        here.house,
        { actor: { kind: 'system', name: 'test' }, language: here.house.languages.source },
        {
          name: 'erase',
          run: (context) => forgetBallots.hear(context, { kind: 'people.person-erased', personId }),
        },
      );
    await erase(here.people[1]);
    expect([await count('ballot'), await count('participation')]).toEqual([1, 1]);
    here.house.setNow('2026-11-08T17:00:00Z');
    await tick();
    await erase(here.people[2]);
    expect([await count('sealed_ballot'), await count('participation')]).toEqual([1, 1]);
  });

  it('is destroyed uncounted when the decision is taken off the table', async () => {
    const decisionId = await opened();
    await cast(decisionId, here.people[1], 1);
    await here.as(here.facilitator, withdrawDecision, {
      communityId: here.communityId,
      decisionId,
      why: 'The mill was sold',
    });
    expect([await count('ballot'), await count('participation'), await count('sealed_ballot')]).toEqual([0, 0, 0]);
    await expect(cast(decisionId, here.people[1], 1)).rejects.toMatchObject({ reason: 'decisions.is-withdrawn' });
  });
});

describe('what the database refuses by itself', () => {
  const key = (decisionId: string) => ({ communityId: here.communityId, decisionId });
  const linked = (decisionId: string, more: object = {}) =>
    here.database.db
      .insertInto('decisions.ballot')
      .values({
        ...key(decisionId),
        personId: here.people[3],
        closesAt: new Date('2026-11-08T17:00:00Z'),
        castAt: new Date('2026-11-02T10:00:00Z'),
        receipt: '1111-2222-3333',
        marks: '[]',
        reason: '',
        ...more,
      })
      .execute();

  it('a ballot cast at or after the closing minute, of someone not on the roll, or a second one', async () => {
    const decisionId = await opened();
    await expect(linked(decisionId, { castAt: new Date('2026-11-08T17:00:00Z') })).rejects.toThrow(/check/);
    await expect(linked(decisionId, { closesAt: new Date('2030-01-01T00:00:00Z') })).rejects.toThrow(/foreign key/);
    await expect(linked(decisionId, { personId: await here.addPerson() })).rejects.toThrow(/foreign key/);
    await linked(decisionId);
    await expect(linked(decisionId)).rejects.toThrow(/duplicate key/);
  });

  it('a linked ballot once the box is sealed, and sealing that would leave one behind', async () => {
    const decisionId = await opened();
    await linked(decisionId);
    await expect(
      here.database.db.deleteFrom('decisions.openBox').where('decisionId', '=', decisionId).execute(),
    ).rejects.toThrow(/foreign key/);
    here.house.setNow('2026-11-08T17:00:00Z');
    await tick();
    await expect(linked(decisionId)).rejects.toThrow(/foreign key/);
  });

  it('a sealed ballot with an id that tells the time, or before sealing', async () => {
    const decisionId = await opened();
    const seal = (id: string) =>
      here.database.db
        .insertInto('decisions.sealedBallot')
        .values({ ...key(decisionId), id, marks: '[]', reason: '' })
        .execute();
    await expect(seal('7f3f0f5e-1c2d-4a6b-8c9d-0e1f2a3b4c5d')).rejects.toThrow(/foreign key/);
    here.house.setNow('2026-11-08T17:00:00Z');
    await tick();
    await expect(seal('0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b')).rejects.toThrow(/check/);
  });

  it('a second opening, extension or closure, and single ballots where a public body looks on', async () => {
    const decisionId = await opened();
    const { db } = here.database;
    await here.as(here.facilitator, extendDecision, {
      ...key(decisionId),
      closesAt: '2026-11-09T17:00:00Z',
      why: 'Snow',
    });
    const again = (table: string) =>
      db.executeQuery(sql`insert into ${sql.raw(table)} select * from ${sql.raw(table)}`.compile(db));
    for (const table of ['decisions.opening', 'decisions.extension', 'decisions.open_box'])
      await expect(again(table)).rejects.toThrow(/duplicate key/);
    await expect(
      db
        .updateTable('decisions.decision')
        .set({ publishSingleBallots: true, interest: 'public-body' })
        .where('id', '=', decisionId)
        .execute(),
    ).rejects.toThrow(/check/);
    await expect(
      db.updateTable('decisions.decision').set({ weight: 'household' }).where('id', '=', decisionId).execute(),
    ).rejects.toThrow(/check/);
  });
});

type Row = Record<'key' | 'place' | 'tx', string> & { readonly marks: readonly Mark[] };
const words = (marks: readonly Mark[]): string =>
  marks
    .map(({ option, value }) => `${option}:${value}`)
    .sort()
    .join(' ');
/** Where a row lies, as a number. */
const place = (row: Row): number => {
  const [block, item] = row.place.slice(1, -1).split(',').map(Number);
  return block * 1000 + item;
};
const ORDERS = [(row: Row) => row.key, place, (row: Row) => Number(row.tx)] as const;
const by = (order: (row: Row) => number | string) => (a: Row, b: Row) =>
  order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0;

describe('secret means unjoinable', () => {
  it('nobody can tie a sealed ballot to a person by id, order, time, row place or transaction', async () => {
    here = await village(60);
    const decisionId = await opened({
      method: 'irv',
      options: Array.from({ length: 8 }, (_, at) => ({ name: `Option ${at + 1}` })),
    });
    // Each of the 60 marks something that tells this ballot from every other.
    const wishes = (person: number): Mark[] => {
      const left = [1, 2, 3, 4, 5, 6, 7, 8];
      const [first] = left.splice(person % 8, 1);
      const [second] = left.splice(Math.floor(person / 8) % 7, 1);
      const [third] = left.splice(Math.floor(person / 56), 1);
      return [first, second, third].map((option, at) => ({ option, value: at + 1 }));
    };
    const said = new Map<string, string>();
    for (const [at, personId] of here.people.entries()) {
      here.house.setNow(new Date(Date.parse('2026-11-02T10:00:00Z') + at * 60_000));
      await cast(decisionId, personId, wishes(at));
      said.set(personId, words(wishes(at)));
    }
    expect(new Set(said.values()).size).toBe(60);
    const { db } = here.database;
    const rows = async (table: string, columns: string) =>
      (
        await sql<Row>`select ${sql.raw(columns)}, ctid::text as place, xmin::text as tx from ${sql.raw(table)}`.execute(
          db,
        )
      ).rows;
    const most = async (table: string, key: string) => {
      const people = await rows('decisions.participation', 'person_id as key');
      const ballots = await rows(table, `${key} as key, marks`);
      expect([people.length, ballots.length]).toEqual([60, 60]);
      const hits = ORDERS.flatMap((left) =>
        ORDERS.map((right) => {
          const [a, b] = [[...people].sort(by(left)), [...ballots].sort(by(right))];
          return a.filter((row, at) => said.get(row.key) === words(b[at].marks)).length;
        }),
      );
      return Math.max(...hits);
    };
    // While it is open the same joins find everyone: the test can see what it looks for.
    expect(await most('decisions.ballot', 'person_id')).toBe(60);
    here.house.setNow('2026-11-08T17:00:00Z');
    await tick();
    expect(await count('ballot')).toBe(0);
    // By chance one of 60 meets its own; ten would be a thread to pull on.
    expect(await most('decisions.sealed_ballot', 'id')).toBeLessThan(10);
    const sealed = await rows('decisions.sealed_ballot', 'id as key');
    const people = await rows('decisions.participation', 'person_id as key');
    expect(new Set(sealed.map(({ tx }) => tx)).size).toBe(1);
    const transactions = new Set(people.map(({ tx }) => tx));
    expect(sealed.some(({ tx }) => transactions.has(tx))).toBe(false);
    const inOrder = (await rows('decisions.receipt', 'code as key')).sort(by(place)).map(({ key }) => key);
    expect(inOrder).toEqual([...inOrder].sort());
  });

  it('keeps no time and no version-7 id beside a sealed ballot, and no marks beside a key that a form carried', async () => {
    const decisionId = await opened();
    await cast(decisionId, here.people[1], 2, 'a-key-of-this-form');
    here.house.setNow('2026-11-08T17:00:00Z');
    await tick();
    const { db } = here.database;
    const columns = await sql<{ name: string; type: string }>`
      select column_name as name, data_type as type from information_schema.columns
      where table_schema = 'decisions' and table_name = 'sealed_ballot'`.execute(db);
    expect(columns.rows.filter(({ type }) => /time|date/.test(type))).toEqual([]);
    const kept = await db.selectFrom('platform.doneOnce').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain('marks');
    const outbox = await db.selectFrom('platform.announcement').select('facts').execute();
    expect(JSON.stringify(outbox)).not.toContain(here.people[1]);
  });

  it('leaves no linked row behind for a vacuum to find', async () => {
    const decisionId = await opened();
    for (const person of here.people) await cast(decisionId, person, 1);
    here.house.setNow('2026-11-08T17:00:00Z');
    await tick();
    const { db } = here.database;
    const unswept = await db
      .selectFrom('decisions.closure')
      .select('decisionId')
      .where('sweptAt', 'is', null)
      .execute();
    expect(unswept).toEqual([]);
    const { rows } = await sql<{ size: number }>`select pg_relation_size('decisions.ballot')::integer as size`.execute(
      db,
    );
    expect(rows[0].size).toBe(0);
    await sweepBoxes(here.house);
  });
});
