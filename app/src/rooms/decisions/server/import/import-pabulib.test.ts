import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { nobody, system } from '#platform/actor.ts';
import { locate } from '../queries.ts';
import { type Village, village } from '../testing.ts';
import { type ImportProgress, importPabulib } from './import-pabulib.ts';

const folder = join(
  process.env.SOFRA_REAL_DATA ?? resolve(import.meta.dirname, '../../../../../../../shared/data'),
  'budgets',
);
const real = existsSync(folder);
if (!real) console.log(`skipped: real budgets are not in ${folder}`);

let here: Village;
let slug: string;
beforeAll(async () => {
  here = await village(3);
  slug = (await here.database.db.selectFrom('communities.community').select('slug').executeTakeFirstOrThrow()).slug;
});

const take = (path: string, more: { progress?: (p: ImportProgress) => void } = {}) =>
  importPabulib(here.house, { path, communitySlug: slug, actor: system('sofra'), ...more });
const count = async (table: string) =>
  (
    await sql<{ n: number }>`select count(*)::integer as n from ${sql.raw(`decisions.${table}`)}`.execute(
      here.database.db,
    )
  ).rows[0].n;

async function fileOf(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'sofra-pb-')), 'town.pb');
  writeFileSync(path, text);
  return path;
}
const TOWN = `META
key;value
description;Town budget
unit;Testtown
budget;100
vote_type;approval
rule;equalshares/add1
currency;EUR
PROJECTS
project_id;cost;name;selected
a;60;Benches;1
b;50;"Trees; many";0
c;40;Lamps;1
VOTES
voter_id;vote
1;a,c
2;a,c
3;b
4;
`;

describe('a file that is read', () => {
  it('becomes a decision of numbered voters with its outcome, marked as imported, and without a roll', async () => {
    const { number, decisionId, voters } = await take(await fileOf(TOWN));
    const { decision, state } = await locate({ db: here.database.db, actor: nobody, now: here.house.now() } as never, {
      slug,
      number,
    });
    expect(voters).toBe(4);
    expect(state).toBe('counted');
    expect(decision).toMatchObject({ imported: true, optionCount: 3, budget: '100', currency: 'EUR', onRoll: null });
    const { counted, facts } = await here.database.db
      .selectFrom('decisions.outcome')
      .select(['counted', 'facts'])
      .where('decisionId', '=', decisionId)
      .executeTakeFirstOrThrow();
    expect(counted).toMatchObject({ winners: ['a'], tied: [['a', 'c']], counted: 4, blank: 1 });
    expect(facts).toMatchObject({ result: 'imported', onRoll: null, support: ['2', '1', '2'] });
    expect([await count('roll'), await count('sealed_ballot')]).toEqual([0, 0]);
  });

  it('may come in again as a decision of its own, which says what it was before', async () => {
    const path = await fileOf(TOWN.replace('budget;100', 'budget;99'));
    const [first, second] = [await take(path), await take(path)];
    expect([second.before, second.number > first.number]).toEqual([first.number, true]);
  });

  it('leaves nothing behind when a line is wrong, and says which', async () => {
    const before = [await count('decision'), await count('import'), await count('imported_part')];
    const broken = take(await fileOf(TOWN.replace('3;b', '3;nowhere')));
    await expect(broken).rejects.toMatchObject({ reason: 'decisions.file-unreadable', facts: { line: 18 } });
    expect([await count('decision'), await count('import'), await count('imported_part')]).toEqual(before);
  });

  it('leaves nothing behind when the count cannot be made', async () => {
    const before = [await count('decision'), await count('import'), await count('imported_part')];
    await expect(take(await fileOf(TOWN.replace('budget;100\n', '')))).rejects.toThrow(/budget/);
    expect([await count('decision'), await count('import'), await count('imported_part')]).toEqual(before);
  });

  it('is refused to whoever may not open decisions there', async () => {
    const path = await fileOf(TOWN);
    for (const actor of [nobody, here.actor(here.people[1]), here.actor(here.people[1], 'official')])
      await expect(importPabulib(here.house, { path, communitySlug: slug, actor })).rejects.toThrow();
  });
});

describe.runIf(real)('real budgets', () => {
  const files = real ? readdirSync(folder).filter((name) => name.endsWith('.pb')) : [];
  const largest = [...files]
    .sort((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size)
    .slice(0, 2);
  const small = files.filter((name) => !largest.includes(name) && statSync(join(folder, name)).size < 1_000_000);
  const expected = real ? JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) : {};

  it.each(largest)(
    '%s comes in whole, while others are served',
    async (name) => {
      // Work of this thread between two beats: what others would wait for, whoever else uses the machine.
      let stalled = 0;
      const worked = () => process.threadCpuUsage().user / 1000;
      let last = worked();
      const beat = setInterval(() => {
        const now = worked();
        stalled = Math.max(stalled, now - last);
        last = now;
      }, 1);
      const before = process.memoryUsage().rss;
      const seen: ImportProgress[] = [];
      const done = await take(join(folder, name), { progress: (progress) => seen.push(progress) });
      clearInterval(beat);
      const votes = Number(/^num_votes;(\d+)/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1]);
      expect(done.voters).toBe(votes);
      expect(seen.at(-1)?.stage).toBe('done');
      expect(seen.filter(({ stage }) => stage === 'reading').at(-1)).toMatchObject({
        done: statSync(join(folder, name)).size,
      });
      console.log(
        `${name}: ${votes} voters, longest wait of others ${Math.round(stalled)} ms, memory +${Math.round((process.memoryUsage().rss - before) / 1e6)} MB`,
      );
      expect(stalled).toBeLessThan(1500);
      expect(process.memoryUsage().rss - before).toBeLessThan(500e6);
    },
    120_000,
  );

  it('every other file comes in with the number of voters it names', async () => {
    for (const name of small) {
      const { voters } = await take(join(folder, name));
      const votes = Number(/^num_votes;(\d+)/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1]);
      expect([name, voters]).toEqual([name, votes]);
    }
  }, 240_000);

  it('what the towns of Assen and Wieliczka decided by Equal Shares is what comes out', async () => {
    for (const name of files.filter((file) => /Assen|Wieliczka/.test(file))) {
      const { decisionId } = await take(join(folder, name));
      const { counted } = await here.database.db
        .selectFrom('decisions.outcome')
        .select('counted')
        .where('decisionId', '=', decisionId)
        .executeTakeFirstOrThrow();
      const announced = await here.database.db
        .selectFrom('decisions.option')
        .select('code')
        .where('decisionId', '=', decisionId)
        .where('announced', '=', true)
        .execute();
      expect([...(counted as { winners: string[] }).winners].sort()).toEqual(announced.map(({ code }) => code).sort());
    }
    expect(Object.keys(expected).length).toBeGreaterThan(10);
  }, 60_000);
});
