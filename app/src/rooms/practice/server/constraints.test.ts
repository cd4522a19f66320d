import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#platform/database/tables.ts';
import { writeCase } from './cases/write-case.ts';
import { CASE, type TestPractice, testPractice } from './testing.ts';

let t: TestPractice;
let root: string;
let child: string;
const at = '2026-11-01T10:00:00Z';
beforeAll(async () => {
  t = await testPractice();
  const from = await t.published(t.jovan);
  await t.uptake(t.vesna, from, { party: `o:${t.iskra}` });
  const ids = await t.house.database.db.selectFrom('practice.libraryCase').select('id').orderBy('number').execute();
  [root, child] = ids.map(({ id }) => id);
});

/** Tries it in a transaction that is never kept. */
const tries = (run: (db: Db) => Promise<unknown>) =>
  t.house.database.inTransaction(async (db) => {
    await run(db);
    return 'taken';
  });
const refused = (run: (db: Db) => Promise<unknown>) => expect(tries(run)).rejects.toThrow(/violates/);
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('who learned from whom', () => {
  const newCase = (db: Db, more: object) =>
    db
      .insertInto('practice.libraryCase')
      .values({
        ...{ communityId: t.practiceId, id: id(1), number: 900, organisationId: t.iskra, homeCommunityId: null },
        ...{ begunAt: new Date(at), writtenBy: t.vesna, depth: 1, fromCaseId: root, fromDepth: 0, how: 'adopted' },
        ...more,
      })
      .execute();

  it('is one step deeper than what was learned from', async () => {
    expect(await tries((db) => newCase(db, {}))).toBe('taken');
    await refused((db) => newCase(db, { depth: 0 }));
    await refused((db) => newCase(db, { depth: 2, fromDepth: 1 }));
    await refused((db) => newCase(db, { depth: 1, fromCaseId: null, fromDepth: null, how: null }));
    await refused((db) => newCase(db, { how: null }));
    await refused((db) => newCase(db, { organisationId: null }));
  });

  it('can’t be bent into a circle, not even by hand', async () => {
    const bend = (db: Db, set: object) =>
      db.updateTable('practice.libraryCase').set(set).where('id', '=', root).execute();
    const byWhom = { organisationId: t.zora, how: 'adopted' };
    await refused((db) => bend(db, { ...byWhom, fromCaseId: child, fromDepth: 1 }));
    await refused((db) => bend(db, { ...byWhom, fromCaseId: child, fromDepth: 1, depth: 2 }));
    await refused((db) => bend(db, { ...byWhom, fromCaseId: root, fromDepth: 0, depth: 1 }));
    await refused((db) => bend(db, { ...byWhom, fromCaseId: child, fromDepth: 0, depth: 1 }));
  });

  it('stays within one practice', () => refused((db) => newCase(db, { communityId: t.villageId })));
});

it('a topic, an item of the plan and a contributor are of exactly one party', async () => {
  const topic = (more: object) => (db: Db) =>
    db
      .insertInto('practice.topic')
      .values({
        ...{ communityId: t.practiceId, id: id(2), kind: 'share', personId: t.jovan, organisationId: null },
        ...{ words: 'Voda', locale: 'en', tags: [], pairing: 'yes', saidBy: t.jovan, saidAt: new Date(at), ...more },
      })
      .execute();
  expect(await tries(topic({}))).toBe('taken');
  await refused(topic({ organisationId: t.zora }));
  await refused(topic({ personId: null }));
  await refused(topic({ kind: 'both' }));
  await refused(topic({ tags: ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'] }));
  await refused((db) =>
    sql`insert into practice.plan_item (community_id, id, what, locale, added_at, added_by)
      values (${t.practiceId}, ${id(3)}, 'Nešto', 'en', ${at}, ${t.mira})`.execute(db),
  );
  await refused((db) =>
    sql`insert into practice.contributor (community_id, case_id, id, position, person_id, outside_name, added_at, added_by)
      values (${t.practiceId}, ${root}, ${id(4)}, 5, ${t.mira}, 'Neko', ${at}, ${t.mira})`.execute(db),
  );
});

it('an introduction joins something shared with something wished, once', async () => {
  const topic = (n: number, kind: string) => ({
    ...{ communityId: t.practiceId, id: id(n), kind, personId: t.jovan, organisationId: null, words: 'Voda' },
    ...{ locale: 'en', tags: [], pairing: 'yes', saidBy: t.jovan, saidAt: new Date(at) },
  });
  const join = (shareId: string, wishId: string) => async (db: Db) => {
    await db
      .insertInto('practice.topic')
      .values([topic(10, 'share'), topic(11, 'wish')])
      .execute();
    const asked = {
      communityId: t.practiceId,
      shareId,
      wishId,
      askingSide: 'share',
      askedBy: t.jovan,
      askedAt: new Date(at),
    };
    await db
      .insertInto('practice.introduction')
      .values({ ...asked, id: id(12) })
      .execute();
    return db
      .insertInto('practice.introduction')
      .values({ ...asked, id: id(13), wishId: id(11) })
      .execute();
  };
  await refused(join(id(11), id(10)));
  await refused(join(id(10), id(10)));
  await expect(tries(join(id(10), id(11)))).rejects.toThrow(/duplicate key/);
});

it('nobody sits in the circle twice at once, and an end says why', async () => {
  const seat = (n: number, more = {}) => ({
    ...{ communityId: t.practiceId, id: id(n), personId: t.jovan, organisationId: null, chosenBy: 'lot' },
    ...{ seatedAt: new Date(at), seatedBy: t.mira, untilOn: null, ...more },
  });
  const sit =
    (...seats: object[]) =>
    (db: Db) =>
      db
        .insertInto('practice.circleSeat')
        .values(seats as never)
        .execute();
  await expect(tries(sit(seat(20), seat(21)))).rejects.toThrow(/duplicate key/);
  expect(await tries(sit(seat(20), seat(21, { endedAt: new Date(at), endedWhy: 'turn' })))).toBe('taken');
  await refused(sit(seat(20, { endedAt: new Date(at) })));
  await refused(sit(seat(20, { endedAt: new Date('2026-01-01T00:00:00Z'), endedWhy: 'turn' })));
});

it('what is put off has its day, a cost its currency, a goal its number', async () => {
  await refused((db) =>
    sql`with item as (insert into practice.plan_item (community_id, id, what, locale, person_id, added_at, added_by)
        values (${t.practiceId}, ${id(30)}, 'Nešto', 'en', ${t.mira}, ${at}, ${t.mira}))
      insert into practice.plan_change (community_id, id, item_id, state, changed_at, changed_by)
      values (${t.practiceId}, ${id(31)}, ${id(30)}, 'put-off', ${at}, ${t.mira})`.execute(db),
  );
  const set = (words: object) => (db: Db) =>
    db.updateTable('practice.wording').set(words).where('caseId', '=', root).execute();
  await refused(set({ costAmount: 10 }));
  await refused(set({ costAmount: -1, costCurrency: 'EUR' }));
  await refused(set({ goals: [18] }));
  expect(await tries(set({ goals: [1, 17], costAmount: 10, costCurrency: 'EUR' }))).toBe('taken');
});

it('a lesson hangs on something, and a published case is published once', async () => {
  await refused((db) =>
    sql`insert into practice.lesson (community_id, id, words, locale, signs_as, drawn_at, drawn_by)
      values (${t.practiceId}, ${id(40)}, 'Pouka', 'en', 'name', ${at}, ${t.mira})`.execute(db),
  );
  const again = { communityId: t.practiceId, caseId: root, publishedAt: new Date(at), publishedBy: t.mira };
  await expect(tries((db) => db.insertInto('practice.publication').values(again).execute())).rejects.toThrow(
    /duplicate key/,
  );
  const elsewhere = { ...again, communityId: t.villageId };
  await refused((db) => db.insertInto('practice.publication').values(elsewhere).execute());
  await expect(t.as(t.jovan, writeCase, { ...CASE, country: 'Srbija' })).rejects.toMatchObject({ kind: 'invalid' });
});
