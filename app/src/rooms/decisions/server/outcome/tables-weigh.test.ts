import { beforeEach, describe, expect, it } from 'vitest';
import { runParsed } from '#platform/run-action.ts';
import { Paper, type Seating } from '../../words.ts';
import { castBallot } from '../box/cast-ballot.ts';
import { openDecision } from '../paper/open-decision.ts';
import { draftSeatedDecision } from '../paper/seating.ts';
import { paper, type Village, village } from '../testing.ts';
import { decisionTicks } from '../ticks.ts';
import type { OutcomeFacts } from './count-decision.ts';
import { recountFile } from './recount.ts';

/** Thirteen people vote from three tables; two organisers sit at a table of their own and have no vote. */
const TABLES = { Road: 7, Water: 3, School: 3 };
const wish = (...order: number[]) => order.map((option, at) => ({ option, value: at + 1 }));
const yes = (...options: number[]) => options.map((option) => ({ option, value: 1 }));

let here: Village;
beforeEach(async () => {
  here = await village(15);
});

function seatingOf(sizes: Readonly<Record<string, number>>): Seating {
  const labels = Object.entries(sizes).flatMap(([label, n]) => new Array<string>(n).fill(label));
  const seats = labels.map((label, at) => ({ personId: here.people[at + 2], label }));
  const organisers = here.people.slice(0, 2).map((personId) => ({ personId, label: 'Organisers' }));
  const tables = Object.keys(sizes).map((label) => ({ label, votes: true }));
  return { tables: [...tables, { label: 'Organisers', votes: false }], seats: [...seats, ...organisers] };
}

const inHouse = <Result>(work: Parameters<typeof runParsed<Result>>[2]['run']) =>
  runParsed(
    here.house,
    { actor: here.facilitator, language: here.house.languages.of('en') },
    { name: 'test', run: work },
  );

/** Asks, votes (in the order of the tables) and counts. */
async function decide(
  more: Record<string, unknown>,
  marks: readonly (readonly { option: number; value: number }[])[],
  sizes: Readonly<Record<string, number>> = TABLES,
) {
  const written = Paper.parse(paper(here, { quorumPercent: 0, ...more }));
  const { decisionId, number } = await inHouse((context) => draftSeatedDecision(context, written, seatingOf(sizes)));
  const one = { communityId: here.communityId, decisionId };
  await here.as(here.facilitator, openDecision, one);
  for (const [at, mine] of marks.entries())
    await here.as(here.actor(here.people[at + 2]), castBallot, { ...one, marks: mine });
  here.house.setNow('2026-11-08T17:00:01Z');
  for (const tick of decisionTicks) await tick.run(here.house);
  const { counted, facts } = await here.database.db
    .selectFrom('decisions.outcome')
    .selectAll()
    .executeTakeFirstOrThrow();
  return {
    one,
    number,
    counted: counted as { winners: string[]; steps: unknown[]; counted: number },
    facts: facts as OutcomeFacts,
  };
}

const times = <Thing>(n: number, thing: Thing): Thing[] => new Array<Thing>(n).fill(thing);

describe('every table weighs the same', () => {
  // Road's seven want 1, Water's three want 2, School: two want 2, one wants 1.
  // By persons: option 1 has 7 + 1 = 8, option 2 has 3 + 2 = 5, so 1 would win.
  // By tables a ballot of Road weighs 1/7, one of Water or School 1/3:
  // option 1 has 7 × 1/7 + 1 × 1/3 = 4/3, option 2 has 3 × 1/3 + 2 × 1/3 = 5/3, so 2 wins.
  const one = [...times(7, yes(1)), ...times(3, yes(2)), ...times(2, yes(2)), yes(1)];

  it('approval: the well wins by 5/3 to 4/3 where heads would have chosen the road by 8 to 5', async () => {
    const { counted, facts } = await decide({ method: 'approval', options: [{ name: 'Road' }, { name: 'Well' }] }, one);
    expect(counted.winners).toEqual(['2']);
    expect(counted.steps).toEqual([
      { kind: 'total', option: '1', votes: '4/3' },
      { kind: 'total', option: '2', votes: '5/3' },
    ]);
    expect(facts.support).toEqual(['4/3', '5/3']);
    expect(facts.tables).toEqual({
      piles: [
        { labels: ['Road'], ballots: 7, weight: '1/7' },
        { labels: ['School'], ballots: 3, weight: '1/3' },
        { labels: ['Water'], ballots: 3, weight: '1/3' },
      ],
      silent: [],
      without: ['Organisers'],
    });
    expect([counted.counted, facts.onRoll]).toEqual([13, 13]);
  });

  it('majority: 8 of 13 say yes, and it does not carry, because that is 4/3 of three tables', async () => {
    // More than half of three tables is needed: 4/3 < 3/2.
    const { counted, facts } = await decide({ method: 'majority' }, one);
    expect(facts.result).toBe('not-carried');
    expect(counted.steps[0]).toMatchObject({ yes: '4/3', base: '3', carries: false });
  });

  it('order of wishes: heads would elect the road at once with 7 of 13, tables elect the well in the second round', async () => {
    // Round 1: Road 7/7 = 1 · Well 3/3 + 1/3 = 4/3 · School 2/3. More than 3/2 is needed, nobody has it; School drops out.
    // Round 2: its two ballots wish the well next: Road 1 · Well 4/3 + 2/3 = 2, which is more than 3/2.
    const { counted } = await decide(
      { method: 'irv', options: [{ name: 'Road' }, { name: 'Well' }, { name: 'School' }] },
      [...times(7, wish(1, 3, 2)), ...times(3, wish(2, 3, 1)), ...times(2, wish(3, 2, 1)), wish(2, 3, 1)],
    );
    expect(counted.winners).toEqual(['2']);
    expect(counted.steps).toMatchObject([
      { votes: { 1: '1', 2: '4/3', 3: '2/3' }, threshold: '3/2', excluded: ['3'] },
      { votes: { 1: '1', 2: '2' }, elected: '2' },
    ]);
  });

  it('equal shares: of 300 each table holds 100, so two tables pay for the well and one cannot pay for the road', async () => {
    // By persons each of 13 would hold 300/13 = 23.08: Road's seven hold 161.5 and buy the road (150); the other six would
    // reach 180 only at 30 each, where both together cost 330.
    // By tables Water and School hold 200 and buy the well (180, each ballot 30); Road holds 100 of 150, and 120 are left.
    const { counted } = await decide(
      {
        method: 'equal-shares',
        budget: '300',
        currency: 'EUR',
        options: [
          { name: 'Road', cost: '150' },
          { name: 'Well', cost: '180' },
        ],
      },
      [...times(7, yes(1)), ...times(6, yes(2))],
    );
    expect(counted.winners).toEqual(['2']);
    expect(counted.steps).toMatchObject([
      { kind: 'endowments', start: '100', final: '100' },
      // 90 for the weight of a whole table: 30 for a ballot that weighs a third.
      { kind: 'bought', option: '2', supporters: 6, paidAtMost: '90' },
    ]);
  });

  it('the same ballots counted by persons choose the other option, so the weight is what decides', async () => {
    const { draftDecision } = await import('../paper/draft-decision.ts');
    const written = paper(here, { method: 'approval', options: [{ name: 'Road' }, { name: 'Well' }] });
    const drafted = await here.as(here.facilitator, draftDecision, written);
    const at = { communityId: here.communityId, decisionId: drafted.decisionId };
    await here.as(here.facilitator, openDecision, at);
    for (const [index, marks] of one.entries())
      await here.as(here.actor(here.people[index + 2]), castBallot, { ...at, marks });
    here.house.setNow('2026-11-08T17:00:01Z');
    for (const tick of decisionTicks) await tick.run(here.house);
    const { counted } = await here.database.db
      .selectFrom('decisions.outcome')
      .select('counted')
      .executeTakeFirstOrThrow();
    expect((counted as { winners: string[] }).winners).toEqual(['1']);
  });
});

describe('a table with too few ballots', () => {
  // Water's two and School's one go together: three ballots that weigh two tables, 2/3 each. Road's five weigh 1/5.
  // Option 1: 5 × 1/5 = 1 · option 2: 3 × 2/3 = 2.
  const marks = [...times(5, yes(1)), ...times(3, yes(2))];
  const small = { Road: 5, School: 1, Water: 2 };
  const asked = { method: 'approval', options: [{ name: 'Road' }, { name: 'Well' }] };

  it('is counted together with the next smallest in a secret decision, and nothing finer is kept', async () => {
    const { facts, counted } = await decide(asked, marks, small);
    expect(facts.tables?.piles).toEqual([
      { labels: ['Road'], ballots: 5, weight: '1/5' },
      { labels: ['School', 'Water'], ballots: 3, weight: '2/3' },
    ]);
    expect(counted.steps).toMatchObject([{ votes: '1' }, { votes: '2' }]);
    const kept = await here.database.db.selectFrom('decisions.sealedBallot').select('tableLabel').execute();
    expect(kept.map(({ tableLabel }) => tableLabel).sort()).toEqual([...times(5, 'Road'), ...times(3, 'School')]);
  });

  it('stands alone in a named one, where everybody reads the ballots anyway', async () => {
    const { facts } = await decide({ ...asked, secrecy: 'named' }, marks, small);
    expect(facts.tables?.piles.map(({ weight }) => weight)).toEqual(['1/5', '1', '1/2']);
  });

  it('leaves no ballot whose table points at fewer than three people of the roll', async () => {
    await decide(asked, marks, small);
    const rows = await here.database.db
      .selectFrom('decisions.sealedBallot as s')
      .innerJoin('decisions.countedTable as c', (join) =>
        join.onRef('c.communityId', '=', 's.communityId').onRef('c.countedAs', '=', 's.tableLabel'),
      )
      .innerJoin('decisions.roll as r', (join) =>
        join.onRef('r.communityId', '=', 'c.communityId').onRef('r.tableLabel', '=', 'c.label'),
      )
      .select((eb) => ['s.id', eb.fn.countAll<number>().as('people')])
      .groupBy('s.id')
      .execute();
    expect(rows.length).toBe(8);
    expect(rows.every(({ people }) => Number(people) >= 3)).toBe(true);
  });
});

describe('what anyone can count again', () => {
  it('holds the weights where single ballots are published, and the tables beside the sums where they are not', async () => {
    const open = await decide(
      { method: 'approval', publishSingleBallots: true, options: [{ name: 'Road' }, { name: 'Well' }] },
      [...times(7, yes(1)), ...times(3, yes(2)), ...times(3, yes(2))],
    );
    const file = (number: number) =>
      inHouse(async (context) => {
        const { slug } = await context.db.selectFrom('communities.community').select('slug').executeTakeFirstOrThrow();
        return JSON.parse((await recountFile(context, { slug, number })).text);
      });
    const { ballots } = await file(open.number);
    expect(ballots.map(({ weight }: { weight: string }) => weight).sort()).toEqual(['1/3', '1/7']);
    here = await village(15);
    const kept = await decide({ method: 'approval', options: [{ name: 'Road' }, { name: 'Well' }] }, times(13, yes(2)));
    expect(await file(kept.number)).toMatchObject({
      repeatable: false,
      tables: [{ ballots: 7, weight: '1/7' }, {}, {}],
    });
  });
});

describe('who is on the roll', () => {
  it('nobody of the organisers’ table, and whoever sits nowhere has no ballot', async () => {
    const { one } = await decide({ method: 'majority' }, []);
    const roll = await here.database.db.selectFrom('decisions.roll').select(['personId', 'tableLabel']).execute();
    expect(roll.length).toBe(13);
    expect(roll.map(({ personId }) => personId)).not.toContain(here.people[0]);
    expect(roll.every(({ tableLabel }) => tableLabel !== null)).toBe(true);
    const late = here.database.db.insertInto('decisions.roll');
    const seat = { ...one, personId: here.people[0], belonging: 'lives-here', confirmed: 'card' };
    await expect(late.values({ ...seat, weight: 'table', tableLabel: 'Organisers' }).execute()).rejects.toThrow();
    await expect(late.values({ ...seat, weight: 'table', tableLabel: null }).execute()).rejects.toThrow();
    await expect(late.values({ ...seat, weight: 'person', tableLabel: null }).execute()).rejects.toThrow();
    await expect(late.values({ ...seat, weight: 'table', tableLabel: 'Nowhere' }).execute()).rejects.toThrow();
  });

  it('a person sits at one table only, also for the database', async () => {
    const { one } = await decide({ method: 'majority' }, []);
    const again = { ...one, personId: here.people[5], label: 'Water' };
    await expect(here.database.db.insertInto('decisions.seating').values(again).execute()).rejects.toThrow();
    const seating = seatingOf(TABLES);
    const twice = { ...seating, seats: [...seating.seats, { personId: here.people[5], label: 'Water' }] };
    const written = Paper.parse(paper(here, { method: 'majority' }));
    await expect(inHouse((context) => draftSeatedDecision(context, written, twice))).rejects.toMatchObject({
      reason: 'decisions.seated-twice',
    });
  });

  it('a sealed ballot of such a decision cannot lose its table, nor an ordinary one gain one', async () => {
    const { one } = await decide({ method: 'majority' }, [yes(1), yes(1), yes(1)]);
    const change = here.database.db.updateTable('decisions.sealedBallot').where('decisionId', '=', one.decisionId);
    await expect(change.set({ tableLabel: null }).execute()).rejects.toThrow();
    await expect(change.set({ weight: 'person', tableLabel: null }).execute()).rejects.toThrow();
  });
});
