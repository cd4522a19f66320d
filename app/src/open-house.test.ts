import { statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnv } from '#env';
import { type Actor, nobody } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { emptyDatabase } from '#platform/database/testing.ts';
import { type House, readingContext } from '#platform/house.ts';
import { runAction } from '#platform/run-action.ts';
import { readSetting } from '#platform/setting.ts';
import { readWhole } from '#platform/whole/read-whole.ts';
import { rolesOfPerson } from '#rooms/communities/server/index.ts';
import { listDecisions, showOutcome } from '#rooms/decisions/server/index.ts';
import { listThreads, showThread } from '#rooms/forum/server/index.ts';
import { listNeeds, showNeed, supportNeed } from '#rooms/needs/server/index.ts';
import { keptDatabases, MOST_BYTES, migrationsOf } from '../db/kept/kept-databases.ts';
import { startOn } from './open-house.ts';

const kept = keptDatabases();

it('has a database of an earlier day to start on, small enough to be carried', () => {
  expect(kept.length).toBeGreaterThan(0);
  for (const { file } of kept) expect(statSync(file).size).toBeLessThan(MOST_BYTES);
});

describe.each(kept)('a database of $day', (database) => {
  let house: House;
  let slug: string;

  beforeAll(async () => {
    const opened = await emptyDatabase();
    const then = new Set((await migrationsOf(database)).map(({ name }) => name));
    await migrate(
      opened.db,
      readMigrations().filter(({ name }) => then.has(name)),
    );
    await readWhole(opened, database.file);
    house = await startOn(opened, readEnv({}));
    const dayAfter = new Date(Date.parse(`${database.day}T12:00:00Z`) + 86_400_000);
    house = { ...house, now: () => dayAfter };
    const row = await opened.db
      .selectFrom('decisions.decision as d')
      .innerJoin('communities.community as c', 'c.id', 'd.communityId')
      .select('c.slug')
      .executeTakeFirstOrThrow();
    slug = row.slug;
  }, 120_000);
  afterAll(() => house.database.close());

  const reads = <Result>(ask: (context: Context) => Promise<Result>, actor: Actor = nobody) =>
    ask(readingContext(house, actor, house.languages.of('sr-Cyrl')));

  it('was made by migrations that nobody has changed since', async () => {
    const today = new Map(readMigrations().map(({ name, hash }) => [name, hash]));
    for (const { name, hash } of await migrationsOf(database)) expect([name, today.get(name)]).toEqual([name, hash]);
  });

  it('runs with the code of today: its pages are read, and what fell due meanwhile is done', async () => {
    expect(await readSetting(house.database.db, 'seeded')).toBe('yes');
    for (const tick of house.rooms.flatMap((room) => room.ticks)) await tick.run(house);
    const { needs } = await reads((context) => listNeeds(context, slug));
    const { need } = await reads((context) => showNeed(context, { slug, number: needs[0].number }));
    expect(need.title).toBe(needs[0].title);
    const { threads } = await reads((context) => listThreads(context, slug));
    const { posts } = await reads((context) => showThread(context, { slug, number: threads[0].number }));
    expect(posts.length).toBeGreaterThan(0);
    const { rest } = await reads((context) => listDecisions(context, { slug }));
    const counted = rest.filter(({ state }) => state === 'counted');
    expect(counted.length).toBeGreaterThan(0);
    for (const { number, question } of counted) {
      const { decision } = await reads((context) => showOutcome(context, { slug, number }));
      expect(decision.question).toBe(question);
    }
  });

  it('takes what people do today', async () => {
    const actor = await someMember();
    const { needs } = await reads((context) => listNeeds(context, slug));
    const { number, supporters } = needs.find(({ state }) => state === 'raised') ?? needs[0];
    const asking = { actor, language: house.languages.of('sr-Cyrl') };
    const input = { slug, number, words: 'И код нас.', locale: 'sr-Cyrl' };
    await runAction(house, asking, { action: supportNeed, input });
    const after = await reads((context) => showNeed(context, { slug, number }), actor);
    expect(after.support.mine).toEqual({ words: 'И код нас.' });
    expect(after.need.supporters).toBeGreaterThanOrEqual(supporters);
  });

  async function someMember(): Promise<Actor> {
    const { db } = house.database;
    const { personId } = await db
      .selectFrom('communities.membership as m')
      .innerJoin('communities.community as c', 'c.id', 'm.communityId')
      .select('m.personId')
      .where('c.slug', '=', slug)
      .where('m.leftAt', 'is', null)
      .executeTakeFirstOrThrow();
    const { roles } = await rolesOfPerson(db, personId);
    return { kind: 'person', personId, roles };
  }
});

describe('the clock of a demo', () => {
  it('runs ahead by so many days as its host asks, and never in a real house', async () => {
    const env = readEnv({ SOFRA_DEMO_DAYS: '95', SOFRA_DEMO: 'yes' });
    const house = await startOn(await emptyDatabase(), env);
    expect(Math.round((house.now().getTime() - Date.now()) / 86_400_000)).toBe(95);
    await house.database.close();
    const real = await emptyDatabase();
    await expect(startOn(real, { ...env, demo: 'no' })).rejects.toThrow('SOFRA_DEMO_DAYS');
    await real.close();
  });
});
