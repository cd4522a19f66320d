import type { Insertable } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Tables } from '#platform/database/tables.ts';
import { type TestVillage, testVillage } from '#rooms/communities/server/testing.ts';

const CHECK = '23514';
const UNIQUE = '23505';
const FOREIGN = '23503';
const now = new Date('2026-11-01T10:00:00Z');
const thing = '01900000-0000-7000-8000-0000000000aa';
const id = (last: number) => `01900000-0000-7000-8000-00000000000${last}`;

let v: TestVillage;
let fold: Insertable<Tables['moderation.fold']>;
let mira: string;
let ana: string;
beforeEach(async () => {
  v = await testVillage();
  mira = await v.person('Mira');
  ana = await v.person('Ana');
  const communityId = await v.found(mira, 'lipovac');
  fold = {
    ...{ communityId, id: id(1), kind: 'post', subjectId: thing, authorId: ana, reason: 'insult' },
    ...{ foldedAt: now, foldedBy: mira, needsSecondBy: new Date('2026-11-04T10:00:00Z') },
  };
});

/** The code with which the database refuses a row; `written` when it takes it. */
const refusal = async <Table extends 'moderation.fold' | 'moderation.report' | 'moderation.appeal'>(
  table: Table,
  row: Insertable<Tables[Table]>,
): Promise<string> => {
  try {
    await v.house.database.db
      .insertInto(table)
      .values(row as never)
      .execute();
    return 'written';
  } catch (problem) {
    return String((problem as { code?: string }).code);
  }
};
const ofFold = (more: Partial<Insertable<Tables['moderation.fold']>>) =>
  refusal('moderation.fold', { ...fold, ...more });

test('a fold has a second who is another, and neither is its author', async () => {
  expect(await ofFold({ secondedAt: now, secondedBy: mira })).toBe(CHECK);
  expect(await ofFold({ authorId: mira })).toBe(CHECK);
  expect(await ofFold({ secondedAt: now, secondedBy: ana })).toBe(CHECK);
  expect(await ofFold({ secondedAt: now })).toBe(CHECK);
  expect(await ofFold({})).toBe('written');
});

test('a thing is folded once at a time, and again when that is over', async () => {
  await ofFold({});
  expect(await ofFold({ id: id(2) })).toBe(UNIQUE);
  expect(await ofFold({ id: id(2), unfoldedAt: now, unfoldedHow: 'no-second' })).toBe('written');
  expect(await ofFold({ id: id(3), kind: 'need' })).toBe('written');
});

test('a fold that is over says how and holds no text; a false claim names its source', async () => {
  expect(await ofFold({ unfoldedAt: now })).toBe(CHECK);
  const kept = JSON.stringify({ title: '', text: 'Ружно', back: null });
  expect(await ofFold({ kept, unfoldedAt: now, unfoldedHow: 'withdrawn' })).toBe(CHECK);
  expect(await ofFold({ reason: 'false' })).toBe(CHECK);
  expect(await ofFold({ reason: 'false', source: 'Завод за јавно здравље', kept })).toBe('written');
});

test('an appeal is of a fold, made once, and answered whole', async () => {
  const { communityId } = fold;
  const appeal = { communityId, foldId: id(1), words: 'Нека стоји', madeAt: now };
  expect(await refusal('moderation.appeal', appeal)).toBe(FOREIGN);
  await ofFold({});
  expect(await refusal('moderation.appeal', { ...appeal, upheld: true, answeredAt: now })).toBe(CHECK);
  expect(await refusal('moderation.appeal', appeal)).toBe('written');
  expect(await refusal('moderation.appeal', appeal)).toBe(UNIQUE);
});

test('one report a person of a thing, answered with who looked and what came of it', async () => {
  const { communityId } = fold;
  const report = { communityId, kind: 'post', subjectId: thing, reportedBy: ana, reason: 'threat', reportedAt: now };
  expect(await refusal('moderation.report', { ...report, outcome: 'stands', answeredAt: now })).toBe(CHECK);
  expect(await refusal('moderation.report', { ...report, outcome: 'stands', answeredBy: mira })).toBe(CHECK);
  expect(await refusal('moderation.report', report)).toBe('written');
  expect(await refusal('moderation.report', report)).toBe(UNIQUE);
});
