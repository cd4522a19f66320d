import { mayRedraw } from '@sofra/counting';
import { system } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Db } from '#platform/database/tables.ts';
import type { House } from '#platform/house.ts';
import type { Tick } from '#platform/room.ts';
import { runParsed } from '#platform/run-action.ts';
import { dayIn } from '#platform/time-zone.ts';
import type { Attribute } from '#rooms/communities/index.ts';
import { attributeCounts, communityById } from '#rooms/communities/server/index.ts';
import { type CompositionRule, findingOf, type TableCount } from '../../cycle-rules.ts';
import type { Finding, RuleKind } from '../../cycle-words.ts';
import { savePicture } from './store.ts';

type InCycle = { readonly communityId: string; readonly cycleId: string };
export type StoredRule = CompositionRule & { readonly id: string };

/** The rules of a cycle on who ought to sit there. */
export async function rulesOf(db: Db, { communityId, cycleId }: InCycle): Promise<StoredRule[]> {
  const rows = await db
    .selectFrom('gatherings.compositionRule')
    .select(['id', 'kind', 'attribute', 'groupName', 'least'])
    .where('communityId', '=', communityId)
    .where('cycleId', '=', cycleId)
    .orderBy('id')
    .execute();
  return rows.map(({ groupName, ...row }) => ({
    ...row,
    kind: row.kind as RuleKind,
    attribute: row.attribute as Attribute,
    group: groupName,
  }));
}

/** How the rules stood when they were last looked at: met, not met or not known, and the day. Nothing else is ever shown. */
export async function lastFindings(
  db: Db,
  { communityId, cycleId }: InCycle,
): Promise<{ readonly drawnOn: string | null; readonly findings: ReadonlyMap<string, Finding> }> {
  const rows = await db
    .selectFrom('gatherings.compositionPicture as p')
    .leftJoin('gatherings.compositionFinding as f', (join) =>
      join
        .onRef('f.communityId', '=', 'p.communityId')
        .onRef('f.cycleId', '=', 'p.cycleId')
        .onRef('f.drawnOn', '=', 'p.drawnOn'),
    )
    .select(['p.drawnOn', 'f.ruleId', 'f.finding'])
    .where('p.communityId', '=', communityId)
    .where('p.cycleId', '=', cycleId)
    .orderBy('p.drawnOn', 'desc')
    .limit(60)
    .execute();
  const drawnOn = rows[0]?.drawnOn ?? null;
  const last = rows.filter((row) => row.drawnOn === drawnOn && row.ruleId !== null);
  return { drawnOn, findings: new Map(last.map(({ ruleId, finding }) => [ruleId ?? '', finding as Finding])) };
}

/** Looks at the rules of every cycle again, daily at most and only when five more people sat down. */
export const drawComposition: Tick = {
  name: 'gatherings.draw-composition',
  async run(house) {
    const cycles = await house.database.db
      .selectFrom('gatherings.tableSeat as s')
      .innerJoin('gatherings.workingTable as t', (join) =>
        join.onRef('t.communityId', '=', 's.communityId').onRef('t.id', '=', 's.tableId'),
      )
      .select((eb) => ['s.communityId', 's.cycleId', eb.fn.countAll<number>().as('seated')])
      .where('t.kind', '<>', 'organisers')
      .groupBy(['s.communityId', 's.cycleId'])
      .execute();
    for (const { seated, ...cycle } of cycles) await drawCycle(house, cycle, Number(seated));
  },
};

async function drawCycle(house: House, cycle: InCycle, seated: number): Promise<void> {
  const { db } = house.database;
  const [last, { timeZone }] = await Promise.all([lastPicture(db, cycle), communityById(db, cycle.communityId)]);
  const drawnOn = dayIn(timeZone, house.now());
  if (!mayRedraw(last, { day: dayNumber(drawnOn), tookPart: seated })) return;
  const asking = { actor: system('gatherings.draw-composition'), language: house.languages.source };
  await runParsed(house, asking, {
    name: 'gatherings.draw-composition',
    run: async (context) => {
      const findings = await lookAtRules(context, cycle);
      await savePicture(context.db, { ...cycle, drawnOn, seated }, findings);
    },
  });
}

async function lookAtRules(context: Context, cycle: InCycle): Promise<{ ruleId: string; finding: Finding }[]> {
  const people = await votingPeople(context.db, cycle);
  const found = [];
  for (const rule of await rulesOf(context.db, cycle)) {
    const tables: TableCount[] = [];
    for (const personIds of people) {
      const counts = await attributeCounts(context.db, cycle.communityId, { personIds, attribute: rule.attribute });
      const said = counts.reduce((sum, { count }) => sum + count, 0);
      const ofGroup = counts.find(({ group }) => group === rule.group)?.count ?? 0;
      tables.push({ seated: personIds.length, said, ofGroup });
    }
    found.push({ ruleId: rule.id, finding: findingOf(rule, tables) });
  }
  return found;
}

/** Who sits at each table that votes. */
async function votingPeople(db: Db, { communityId, cycleId }: InCycle): Promise<string[][]> {
  const rows = await db
    .selectFrom('gatherings.tableSeat as s')
    .innerJoin('gatherings.workingTable as t', (join) =>
      join.onRef('t.communityId', '=', 's.communityId').onRef('t.id', '=', 's.tableId'),
    )
    .select(['s.tableId', 's.personId'])
    .where('s.communityId', '=', communityId)
    .where('s.cycleId', '=', cycleId)
    .where('t.kind', '<>', 'organisers')
    .execute();
  const byTable = new Map<string, string[]>();
  for (const { tableId, personId } of rows) byTable.set(tableId, [...(byTable.get(tableId) ?? []), personId]);
  return [...byTable.values()];
}

async function lastPicture(db: Db, { communityId, cycleId }: InCycle): Promise<{ day: number; tookPart: number }> {
  const row = await db
    .selectFrom('gatherings.compositionPicture')
    .select(['drawnOn', 'seated'])
    .where('communityId', '=', communityId)
    .where('cycleId', '=', cycleId)
    .orderBy('drawnOn', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { day: dayNumber(row.drawnOn), tookPart: row.seated } : { day: -1, tookPart: 0 };
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
