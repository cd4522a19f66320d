import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEnv } from '#env';
import type { AnyAction } from '#platform/action.ts';
import { system } from '#platform/actor.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { emptyDatabase } from '#platform/database/testing.ts';
import { type House, readingContext } from '#platform/house.ts';
import { runAction } from '#platform/run-action.ts';
import { readWhole } from '#platform/whole/read-whole.ts';
import { rolesOfPerson } from '#rooms/communities/server/index.ts';
import {
  secondFold,
  type showFold,
  showModerationDesk,
  showModerationLog,
  unfoldThing,
} from '#rooms/moderation/server/index.ts';
import { keptDatabases, migrationsOf } from '../../db/kept/kept-databases.ts';
import { startOn } from '../open-house.ts';

/** Rooms once kept their folds each for itself: a house that has some is opened with the code of today. */
const FOLDED = {
  need: '01900000-0000-7000-8000-000000000f01',
  word: '01900000-0000-7000-8000-000000000f02',
  question: '01900000-0000-7000-8000-000000000f03',
};
let house: House;
let slug: string;
let folder: string;
let title: string;
let inLog: number;

beforeAll(async () => {
  const [oldest] = keptDatabases();
  const opened = await emptyDatabase();
  const then = new Set((await migrationsOf(oldest)).map(({ name }) => name));
  await migrate(
    opened.db,
    readMigrations().filter(({ name }) => then.has(name) || name < '0016'),
  );
  await readWhole(opened, oldest.file);
  const one = async <Row>(query: RawBuilder<Row>): Promise<Row> => (await query.execute(opened.db)).rows[0];
  const need = await one(sql<{ communityId: string; id: string; title: string; words: string; slug: string }>`
    select n.community_id, n.id, n.title, n.words, c.slug from needs.need n
    join communities.community c on c.id = n.community_id where n.raised_by is not null and exists (select from gatherings.gathering g where g.community_id = n.community_id)
    order by n.id limit 1`);
  ({ slug, title } = need);
  const { communityId } = need;
  const desk = await one(sql<{ personId: string }>`
    select person_id from communities.role_grant where community_id = ${communityId} and role = 'facilitator' and ended_at is null limit 1`);
  folder = desk.personId;
  const now = new Date('2026-11-24T12:00:00Z');
  const until = new Date('2026-11-27T12:00:00Z');
  const common = sql`'insult', ${now}, ${folder}, ${until}`;
  const kept = JSON.stringify({
    ...{ title, words: need.words, locale: 'sr-Cyrl', place: '', affected: '', latitude: null, longitude: null },
    ...{ settlementOnly: true, signsAs: 'name', actingForId: null },
  });
  await sql`insert into needs.fold (community_id, id, need_id, reason, folded_at, folded_by, needs_second_by, kept)
    values (${communityId}, ${FOLDED.need}, ${need.id}, ${common}, ${kept}::jsonb)`.execute(opened.db);
  await sql`update needs.need set title = 'Преклопљено', words = '' where id = ${need.id}`.execute(opened.db);
  await sql`insert into commitments.fold (community_id, id, commitment_id, reason, folded_at, folded_by, needs_second_by, kept)
    select community_id, ${FOLDED.word}, id, ${common}, jsonb_build_object('what', what, 'words', words, 'locale', locale)
    from commitments.commitment where community_id = ${communityId} order by id limit 1`.execute(opened.db);
  await sql`insert into gatherings.question (community_id, gathering_id, id, number, text, locale, channel, asked_by, signs_as, asked_at)
    select g.community_id, g.id, ${FOLDED.question}, 999, 'Ко је крив?', 'sr-Cyrl', 'web', n.raised_by, 'member', ${now}
    from gatherings.gathering g join needs.need n on n.community_id = g.community_id and n.id = ${need.id} limit 1`.execute(
    opened.db,
  );
  await sql`insert into gatherings.line_fold (community_id, gathering_id, id, question_id, reason, folded_at, folded_by, needs_second_by)
    select community_id, gathering_id, ${FOLDED.question}, id, 'false', ${now}, ${folder}, ${until}
    from gatherings.question where id = ${FOLDED.question}`.execute(opened.db);
  await sql`insert into messages.notice (person_id, id, community_id, kind, facts, href, about, told_at)
    select raised_by, ${FOLDED.need}, ${communityId}, 'needs.folded', jsonb_build_object('title', ${title}::text),
      ${`/c/${slug}/needs/appeal/${FOLDED.need}`}, id::text, ${now} from needs.need where id = ${need.id}`.execute(
    opened.db,
  );
  const before = await one(sql<{ folds: number }>`
    select ((select count(*) from forum.fold where community_id = ${communityId}) + (select count(*) from needs.fold)
      + (select count(*) from commitments.fold) + (select count(*) from gatherings.line_fold))::int as folds`);
  inLog = before.folds;
  const today = await startOn(opened, readEnv({}));
  house = { ...today, now: () => new Date('2026-11-25T12:00:00Z') };
}, 120_000);
afterAll(() => house.database.close());

const reads = <Result>(query: (context: Parameters<typeof showFold>[0]) => Promise<Result>): Promise<Result> =>
  query(readingContext(house, system('test'), house.languages.of('sr-Cyrl')));
const as = async (personId: string, action: AnyAction, foldId: string): Promise<void> => {
  const { roles } = await rolesOfPerson(house.database.db, personId);
  const asking = { actor: { kind: 'person', personId, roles } as const, language: house.languages.of('sr-Cyrl') };
  await runAction(house, asking, { action, input: { slug, foldId } });
};

it('every fold of every room stands in the one log, none twice and none lost', async () => {
  const { lines } = await reads((context) => showModerationLog(context, slug));
  expect(lines.length).toBe(inLog);
  expect(lines.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.values(FOLDED)));
});

it('what waits is decided at the one desk, with what stood there', async () => {
  const { folds } = await reads((context) => showModerationDesk(context, slug));
  const waiting = new Map(folds.map((fold) => [fold.id, fold]));
  expect(waiting.get(FOLDED.need)).toMatchObject({ about: 'need', title, text: expect.stringContaining(title) });
  expect(waiting.get(FOLDED.word)).toMatchObject({ about: 'word' });
  expect(waiting.get(FOLDED.question)).toMatchObject({ about: 'question', reason: 'false', text: 'Ко је крив?' });
});

it('an older fold is taken back, and the need reads as it did', async () => {
  await as(folder, unfoldThing, FOLDED.need);
  const rows = await house.database.db.selectFrom('needs.need').select('title').where('title', '=', title).execute();
  expect(rows).toHaveLength(1);
  await expect(as(folder, secondFold, FOLDED.question)).rejects.toThrow('second-is-another');
});

it('a notice of an earlier day leads to the page where it is read now', async () => {
  const { kind, href, facts } = await house.database.db
    .selectFrom('messages.notice')
    .select(['kind', 'href', 'facts'])
    .where('id', '=', FOLDED.need)
    .executeTakeFirstOrThrow();
  expect({ kind, href, facts }).toEqual({
    kind: 'moderation.folded',
    href: `/c/${slug}/folds/${FOLDED.need}`,
    facts: { kind: 'need', title },
  });
});
