import type { Insertable } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Tables } from '#platform/database/tables.ts';
import { type WordVillage, wordVillage } from './testing.ts';

let v: WordVillage;
let id: string;
beforeAll(async () => {
  v = await wordVillage();
  id = (await v.give(v.jovan, 'Сређујем бунар')).commitmentId;
});

type Row<Name extends keyof Tables> = Insertable<Tables[Name]>;
const now = new Date('2026-11-01T10:00:00Z');
const other = '01900000-0000-7000-8000-000000000001';

/** Tries to write a row and takes it back; the name of the constraint that stopped it. */
const refusal = async <Name extends keyof Tables>(table: Name, row: Row<Name>): Promise<string> =>
  v.house.database.inTransaction(async (db) => {
    const problem = await db
      .insertInto(table)
      .values(row as never)
      .execute()
      .then(
        () => ({}),
        (error: unknown) => error as { code?: string },
      );
    return 'code' in problem ? String(problem.code) : 'written';
  });

const word = (more: Partial<Row<'commitments.commitment'>> = {}): Row<'commitments.commitment'> => ({
  communityId: v.communityId,
  id: other,
  number: 900,
  what: 'Коси ливаду',
  words: '',
  locale: 'sr-Cyrl',
  byPersonId: v.jovan,
  byOrganisationId: null,
  byName: null,
  signsAs: 'name',
  toOrganisationId: null,
  toCommunityId: null,
  madeOn: '2026-11-01',
  dueOn: '2026-12-01',
  originKind: null,
  originId: null,
  originAddress: null,
  originTitle: null,
  audience: 'public',
  recordedBy: null,
  recordedAt: now,
  writtenByOther: false,
  standsDueOn: '2026-12-01',
  ...more,
});
const CHECK = '23514';

test('a word has exactly one giver, who is somebody else than who receives it', async () => {
  expect(await refusal('commitments.commitment', word())).toBe('written');
  expect(await refusal('commitments.commitment', word({ byPersonId: null }))).toBe(CHECK);
  expect(await refusal('commitments.commitment', word({ byName: 'Пера' }))).toBe(CHECK);
  const zora = { byPersonId: null, byOrganisationId: v.zora };
  expect(await refusal('commitments.commitment', word({ ...zora, toOrganisationId: v.zora }))).toBe(CHECK);
  expect(await refusal('commitments.commitment', word({ ...zora, signsAs: 'inside' }))).toBe(CHECK);
  expect(await refusal('commitments.commitment', word({ toCommunityId: v.communityId }))).toBe(CHECK);
});

test('it is due after it was given, and where it comes from is whole or absent', async () => {
  expect(await refusal('commitments.commitment', word({ dueOn: '2026-10-31' }))).toBe(CHECK);
  expect(await refusal('commitments.commitment', word({ originKind: 'gathering' }))).toBe(CHECK);
  const origin = { originKind: 'gathering', originId: other, originTitle: 'Скуп' };
  expect(await refusal('commitments.commitment', word({ ...origin, originAddress: '/c/lipovac/gatherings/1' }))).toBe(
    'written',
  );
  expect(await refusal('commitments.commitment', word({ ...origin, originAddress: '//elsewhere.example' }))).toBe(
    CHECK,
  );
});

test('it is asked about after one, three and six months, and never before its time', async () => {
  const asking = { communityId: v.communityId, commitmentId: id, dueAt: now };
  expect(await refusal('commitments.asking', { ...asking, months: 2 })).toBe(CHECK);
  expect(await refusal('commitments.asking', { ...asking, months: 1 })).toBe('23505');
  const early = v.house.database.inTransaction((db) =>
    db
      .updateTable('commitments.asking')
      .set({ askedAt: now })
      .where('commitmentId', '=', id)
      .where('months', '=', 1)
      .execute(),
  );
  await expect(early).rejects.toMatchObject({ code: CHECK });
});

test('an answer says what it must: a new day, how, or why; and answers an asking that there is', async () => {
  const answer = {
    communityId: v.communityId,
    id: other,
    commitmentId: id,
    answer: 'kept',
    newOn: null,
    words: '',
    locale: 'sr-Cyrl',
    months: null,
    answeredBy: v.ana,
    actingForId: null,
    signsAs: 'name',
    answeredAt: now,
  } as const;
  expect(await refusal('commitments.answer', answer)).toBe('written');
  expect(await refusal('commitments.answer', { ...answer, answer: 'late' })).toBe(CHECK);
  expect(await refusal('commitments.answer', { ...answer, newOn: '2027-01-01' })).toBe(CHECK);
  expect(await refusal('commitments.answer', { ...answer, answer: 'not-kept' })).toBe(CHECK);
  expect(await refusal('commitments.answer', { ...answer, answer: 'changed', words: 'x' })).toBe(CHECK);
  expect(await refusal('commitments.answer', { ...answer, months: 12 })).toBe('23503');
});

test('taking back has somebody behind it and a reason, unless who gave it has left', async () => {
  const taken = { communityId: v.communityId, commitmentId: id, takenBackAt: now };
  expect(await refusal('commitments.takingBack', { ...taken, reason: 'left', why: '', takenBackBy: null })).toBe(
    'written',
  );
  expect(await refusal('commitments.takingBack', { ...taken, reason: 'left', why: '', takenBackBy: v.ana })).toBe(
    CHECK,
  );
  expect(
    await refusal('commitments.takingBack', { ...taken, reason: 'withdrawn', why: '', takenBackBy: v.jovan }),
  ).toBe(CHECK);
  const nobody = { ...taken, reason: 'by-desk', why: 'Погрешно записано', takenBackBy: null } as const;
  expect(await refusal('commitments.takingBack', nobody)).toBe(CHECK);
});
