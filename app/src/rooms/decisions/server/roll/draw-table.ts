import { mayRedraw, smallestShown, suppressTable } from '@sofra/counting';
import { sql } from 'kysely';
import { hasRole } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Db } from '#platform/database/tables.ts';
import type { House } from '#platform/house.ts';
import { dayIn } from '#platform/time-zone.ts';
import type { Attribute } from '#rooms/communities/index.ts';
import { attributeCounts, communityById } from '#rooms/communities/server/index.ts';
import { savePicture } from './store.ts';

/** One group at the table. `others` gathers whoever said nothing and every group too small to be shown. */
export interface TableGroup {
  readonly group: string | null;
  readonly onRoll: number;
  readonly tookPart: number;
}

type InDecision = { readonly communityId: string; readonly decisionId: string };

/**
 * Who is at the table: the roll and those of it who took part, by the attribute chosen, in sums that may be shown in public
 * (k = 11; smaller groups are put together, and when even that is too small there is one group). No name, no list.
 */
export async function groupsAtTable(db: Db, of: InDecision & { attribute: string | null }): Promise<TableGroup[]> {
  const [roll, took] = await Promise.all([
    peopleIn(db, 'decisions.roll', of),
    peopleIn(db, 'decisions.participation', of),
  ]);
  const everyone = [{ group: null, onRoll: roll.length, tookPart: took.length }];
  if (!of.attribute) return everyone;
  const attribute = of.attribute as Attribute;
  const [ofRoll, ofTook] = await Promise.all(
    [roll, took].map((personIds) => attributeCounts(db, of.communityId, { personIds, attribute })),
  );
  const groups = ofRoll.map(({ group, count }) => ({
    group,
    onRoll: count,
    tookPart: ofTook.find((taken) => taken.group === group)?.count ?? 0,
  }));
  return publishable(groups, everyone[0], smallestShown('public', [attribute]));
}

/** Puts together what is too small to stand alone. */
export function publishable(groups: readonly TableGroup[], all: TableGroup, k: number): TableGroup[] {
  const said = groups.reduce((sum, group) => ({ on: sum.on + group.onRoll, took: sum.took + group.tookPart }), {
    on: 0,
    took: 0,
  });
  const silent = { group: null, onRoll: all.onRoll - said.on, tookPart: all.tookPart - said.took };
  const lines = [...groups, silent];
  const shown = suppressTable(
    lines.map(({ onRoll, tookPart }) => [tookPart, onRoll - tookPart]),
    k,
  );
  const alone = groups.filter((_, at) => shown[at].every((cell) => cell !== null));
  if (alone.length === 0) return [all];
  const rest = alone.reduce(
    (left, { onRoll, tookPart }) => ({ group: null, onRoll: left.onRoll - onRoll, tookPart: left.tookPart - tookPart }),
    all,
  );
  if (rest.onRoll > 0 && rest.onRoll < k) return [all];
  return rest.onRoll > 0 ? [...alone, rest] : alone;
}

/** Who is on the roll, or took part: for sums only, never for a page. */
export async function peopleIn(
  db: Db,
  table: 'decisions.roll' | 'decisions.participation',
  of: InDecision,
): Promise<string[]> {
  const rows = await db
    .selectFrom(table)
    .select('personId')
    .where('communityId', '=', of.communityId)
    .where('decisionId', '=', of.decisionId)
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Draws the tables of open decisions again where a day has passed and at least five more took part. */
export async function drawTables(house: House): Promise<void> {
  const { db } = house.database;
  const open = await db
    .selectFrom('decisions.openBox as box')
    .innerJoin('decisions.decision as d', (join) =>
      join.onRef('d.communityId', '=', 'box.communityId').onRef('d.id', '=', 'box.decisionId'),
    )
    .select(['box.communityId', 'box.decisionId', 'd.tableAttribute as attribute'])
    .where('d.opensAt', '<=', house.now())
    .where('box.closesAt', '>', house.now())
    .execute();
  for (const one of open) await drawTable(house, one);
}

async function drawTable(house: House, of: InDecision & { attribute: string | null }): Promise<void> {
  const { db } = house.database;
  const { communityId, decisionId } = of;
  const [last, { tookPart }, { timeZone }] = await Promise.all([
    lastPicture(db, of),
    db
      .selectFrom('decisions.participation')
      .select(sql<number>`count(*)::integer`.as('tookPart'))
      .where('communityId', '=', communityId)
      .where('decisionId', '=', decisionId)
      .executeTakeFirstOrThrow(),
    communityById(db, communityId),
  ]);
  const drawnOn = dayIn(timeZone, house.now());
  const before = last ? { day: dayNumber(last.drawnOn), tookPart: last.tookPart } : { day: -1, tookPart: 0 };
  if (!mayRedraw(before, { day: dayNumber(drawnOn), tookPart })) return;
  const groups = await groupsAtTable(db, of);
  await savePicture(db, { communityId, decisionId, drawnOn, tookPart, groups });
}

/** The table as it was last drawn; undefined until five took part. */
export async function lastPicture(
  db: Db,
  { communityId, decisionId }: InDecision,
): Promise<{ drawnOn: string; tookPart: number; groups: TableGroup[] } | undefined> {
  const row = await db
    .selectFrom('decisions.tablePicture')
    .select(['drawnOn', 'tookPart', 'groups'])
    .where('communityId', '=', communityId)
    .where('decisionId', '=', decisionId)
    .orderBy('drawnOn', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, groups: row.groups as TableGroup[] };
}

/** The fewest who took part before anyone who is not a member may see how many. */
const PUBLIC_FROM = 11;

/** The table as last drawn, for this reader: a member from five who took part, anyone else from eleven. */
export async function pictureFor(context: Context, of: InDecision): Promise<Awaited<ReturnType<typeof lastPicture>>> {
  const picture = await lastPicture(context.db, of);
  const belongs =
    context.actor.kind === 'system' || hasRole(context.actor, of.communityId, 'member', 'facilitator', 'steward');
  return picture && (picture.tookPart >= PUBLIC_FROM || belongs) ? picture : undefined;
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
