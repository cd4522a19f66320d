import type { Insertable } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Db, Tables } from '#platform/database/tables.ts';
import type { Cycle, WorkingTable } from './find-cycle.ts';

type Row<Table extends keyof Tables> = Insertable<Tables[Table]>;

/** Writes a cycle and who calls it together with the community. */
export async function saveCycle(
  context: Context,
  cycle: Omit<Row<'gatherings.cycle'>, 'openedAt'>,
  hosts: { readonly organisationIds: readonly string[]; readonly communityIds: readonly string[] },
): Promise<void> {
  const { communityId, id: cycleId } = cycle;
  await context.db
    .insertInto('gatherings.cycle')
    .values({ ...cycle, openedAt: context.now })
    .execute();
  const rows = [
    ...[...new Set(hosts.communityIds)].map((hostCommunityId) => ({ hostCommunityId, organisationId: null })),
    ...[...new Set(hosts.organisationIds)].map((organisationId) => ({ hostCommunityId: null, organisationId })),
  ];
  if (rows.length > 0)
    await context.db
      .insertInto('gatherings.cycleHost')
      .values(rows.map((host, at) => ({ communityId, cycleId, position: at + 1, ...host })))
      .execute();
}

/** Says what a cycle is about, and how many sessions it has, in other words. */
export async function updateCycle(
  context: Context,
  { communityId, id }: Pick<Cycle, 'communityId' | 'id'>,
  said: { readonly theme: string; readonly about: string; readonly sessionsPlanned: number },
): Promise<void> {
  await context.db
    .updateTable('gatherings.cycle')
    .set({ ...said, revisedAt: context.now })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}

/** Sets a table. */
export async function saveTable(context: Context, table: WorkingTable): Promise<void> {
  await context.db
    .insertInto('gatherings.workingTable')
    .values({ ...table, setAt: context.now })
    .execute();
}

/** Puts a session at its place in the cycle. */
export async function saveSession(db: Db, session: Row<'gatherings.cycleSession'>): Promise<void> {
  await db.insertInto('gatherings.cycleSession').values(session).execute();
}

export async function saveMoney(db: Db, money: Row<'gatherings.cycleMoney'>): Promise<void> {
  await db.insertInto('gatherings.cycleMoney').values(money).execute();
}

/** Seats somebody at a table; whoever sat at another one gets up there. */
export async function saveSeat(db: Db, seat: Row<'gatherings.tableSeat'>): Promise<void> {
  const { tableId, since, enteredBy } = seat;
  await db
    .insertInto('gatherings.tableSeat')
    .values(seat)
    .onConflict((conflict) =>
      conflict.columns(['communityId', 'cycleId', 'personId']).doUpdateSet({ tableId, since, enteredBy }),
    )
    .execute();
}

/** Somebody gets up from the table of a cycle. */
export async function removeSeat(db: Db, { communityId, id }: Cycle, personId: string): Promise<void> {
  await db
    .deleteFrom('gatherings.tableSeat')
    .where('communityId', '=', communityId)
    .where('cycleId', '=', id)
    .where('personId', '=', personId)
    .execute();
}

/** Who is erased gets up everywhere and leaves every group. */
export async function removePerson(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('gatherings.tableSeat').where('personId', '=', personId).execute();
  await db.deleteFrom('gatherings.workingGroupMember').where('personId', '=', personId).execute();
  await db.updateTable('gatherings.idea').set({ saidBy: null }).where('saidBy', '=', personId).execute();
}

/** Who leaves a community gets up from its tables and moderates none. */
export async function removeFromTables(context: Context, communityId: string, personId: string): Promise<void> {
  const { db, now } = context;
  await db
    .deleteFrom('gatherings.tableSeat')
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .execute();
  await db
    .updateTable('gatherings.tableModerator')
    .set({ endedAt: now })
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute();
}

export async function saveModerator(db: Db, moderator: Row<'gatherings.tableModerator'>): Promise<void> {
  await db.insertInto('gatherings.tableModerator').values(moderator).execute();
}

/** Ends somebody's moderating of a table. Returns whether they did. */
export async function endModerating(
  context: Context,
  { communityId, id }: WorkingTable,
  personId: string,
): Promise<boolean> {
  const ended = await context.db
    .updateTable('gatherings.tableModerator')
    .set({ endedAt: context.now })
    .where('communityId', '=', communityId)
    .where('tableId', '=', id)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .returning('personId')
    .executeTakeFirst();
  return ended !== undefined;
}

export async function saveInput(db: Db, input: Row<'gatherings.expertInput'>): Promise<void> {
  await db.insertInto('gatherings.expertInput').values(input).execute();
}

export async function saveIdea(db: Db, idea: Row<'gatherings.idea'>): Promise<void> {
  await db.insertInto('gatherings.idea').values(idea).execute();
}

export async function saveRecommendation(db: Db, recommendation: Row<'gatherings.recommendation'>): Promise<void> {
  await db.insertInto('gatherings.recommendation').values(recommendation).execute();
}

export async function saveRecord(db: Db, record: Row<'gatherings.recommendationRecord'>): Promise<void> {
  await db.insertInto('gatherings.recommendationRecord').values(record).execute();
}

/** Writes a working group and who is in it. */
export async function saveGroup(
  db: Db,
  group: Row<'gatherings.workingGroup'>,
  personIds: readonly string[],
): Promise<void> {
  await db.insertInto('gatherings.workingGroup').values(group).execute();
  const members = [...new Set(personIds)].map((personId) => ({
    communityId: group.communityId,
    groupId: group.id,
    personId,
  }));
  if (members.length > 0) await db.insertInto('gatherings.workingGroupMember').values(members).execute();
}

export async function saveGroupReport(db: Db, report: Row<'gatherings.workingGroupReport'>): Promise<void> {
  await db.insertInto('gatherings.workingGroupReport').values(report).execute();
}

export async function saveRule(db: Db, rule: Row<'gatherings.compositionRule'>): Promise<void> {
  await db.insertInto('gatherings.compositionRule').values(rule).execute();
}

/** Keeps how the rules stood on a day. */
export async function savePicture(
  db: Db,
  picture: Row<'gatherings.compositionPicture'>,
  findings: readonly { readonly ruleId: string; readonly finding: string }[],
): Promise<void> {
  const { communityId, cycleId, drawnOn } = picture;
  await db.insertInto('gatherings.compositionPicture').values(picture).execute();
  if (findings.length > 0)
    await db
      .insertInto('gatherings.compositionFinding')
      .values(findings.map((one) => ({ communityId, cycleId, drawnOn, ...one })))
      .execute();
}

/** Keeps which recommendations a decision of its own room chooses among. */
export async function saveChoice(
  db: Db,
  choice: Row<'gatherings.cycleChoice'>,
  recommendationIds: readonly string[],
): Promise<void> {
  const { communityId, cycleId, decisionId } = choice;
  await db.insertInto('gatherings.cycleChoice').values(choice).execute();
  await db
    .insertInto('gatherings.choiceRecommendation')
    .values(recommendationIds.map((recommendationId) => ({ communityId, cycleId, decisionId, recommendationId })))
    .execute();
}
