import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Db } from '#platform/database/tables.ts';
import { Refusal } from '#platform/refusal.ts';
import { countedAs } from '../../rules.ts';
import type { Mark } from '../../words.ts';
import { noteTouched } from '../inclusion/touched.ts';
import type { Decision } from '../paper/find-decision.ts';

interface InDecision {
  readonly communityId: string;
  readonly decisionId: string;
}

const CLOSED = () => new Refusal('decisions.is-closed');

/**
 * Puts a ballot into the open box, or changes the one that lies there. The database refuses it after the closing minute by its
 * own clock; only a clock that was moved on purpose (the demo town's past, a test) is believed, and that is one that is more than
 * an hour behind. Throws the Refusal `is-closed`. Returns the code of the receipt, the first one when the ballot was changed.
 */
export async function putBallot(
  db: Db,
  ballot: InDecision & { personId: string; castAt: Date; receipt: string; marks: readonly Mark[]; reason: string },
): Promise<string> {
  const { communityId, decisionId, personId, castAt, receipt, reason } = ballot;
  const written = await sql<{ receipt: string }>`
    insert into decisions.ballot as mine
      (community_id, decision_id, person_id, closes_at, cast_at, receipt, marks, reason)
    select box.community_id, box.decision_id, ${personId}::uuid, box.closes_at, ${castAt}::timestamptz, ${receipt}::text,
      ${JSON.stringify(ballot.marks)}::jsonb, ${reason}::text
    from decisions.open_box box
    where box.community_id = ${communityId} and box.decision_id = ${decisionId}
      and box.closes_at > case
        when clock_timestamp() - ${castAt}::timestamptz < interval '1 hour' then greatest(clock_timestamp(), ${castAt}::timestamptz)
        else ${castAt}::timestamptz end
    on conflict (community_id, decision_id, person_id)
      do update set marks = excluded.marks, reason = excluded.reason, cast_at = excluded.cast_at, closes_at = excluded.closes_at
    returning mine.receipt`
    .execute(db)
    .catch((error) => {
      // The box was sealed while this ballot waited for it.
      if ((error as { code?: string }).code === '23503') throw CLOSED();
      throw error;
    });
  const row = written.rows[0];
  if (!row) throw CLOSED();
  return row.receipt;
}

/** Notes that the person took part on this day; a second ballot changes nothing. */
export async function noteParticipation(
  db: Db,
  taken: InDecision & { personId: string; onDay: string },
): Promise<void> {
  await db
    .insertInto('decisions.participation')
    .values(taken)
    .onConflict((conflict) => conflict.columns(['communityId', 'decisionId', 'personId']).doNothing())
    .execute();
}

/** Takes the person's ballot out of the open box, with everything that says it was there. Returns whether there was one. */
export async function takeBallotOut(db: Db, of: InDecision & { personId: string }): Promise<boolean> {
  const taken = await db
    .deleteFrom('decisions.ballot')
    .where('communityId', '=', of.communityId)
    .where('decisionId', '=', of.decisionId)
    .where('personId', '=', of.personId)
    .returning('personId')
    .executeTakeFirst();
  if (!taken) return false;
  await db
    .deleteFrom('decisions.participation')
    .where('communityId', '=', of.communityId)
    .where('decisionId', '=', of.decisionId)
    .where('personId', '=', of.personId)
    .execute();
  return true;
}

/**
 * Seals the box in the caller's transaction: every linked ballot is copied without its person, in the order of new random ids
 * and without a time, the receipts beside them in the order of their codes; then the linked rows and the box itself are gone.
 * A ballot on its way in waits and finds no box. Returns how many there were; undefined when the box is sealed already.
 */
export async function sealBox(context: Context, decision: Decision): Promise<number | undefined> {
  const { db } = context;
  const { communityId, id: decisionId } = decision;
  const named = decision.secrecy === 'named';
  const box = await db
    .selectFrom('decisions.openBox')
    .select('closesAt')
    .where('communityId', '=', communityId)
    .where('decisionId', '=', decisionId)
    // Another process may have moved the end meanwhile.
    .where('closesAt', '<=', context.now)
    .forUpdate()
    .executeTakeFirst();
  if (!box) return undefined;
  const inDecision = { communityId, decisionId };
  const ballots = await linkedBallots(db, inDecision);
  const closedBy = context.actor.kind === 'person' ? context.actor.personId : null;
  await db
    .insertInto('decisions.closure')
    .values({ communityId, decisionId, closedAt: context.now, closedBy, ballots: ballots.length })
    .execute();
  await noteTouched(db, decision, ballots);
  const pileOf = await noteTables(db, inDecision, { ballots, secret: !named });
  const plain = ballots.map(({ marks, reason }) => ({ ...inDecision, marks: JSON.stringify(marks), reason }));
  if (named) {
    const rows = plain.map((ballot, at) => ({ ...ballot, personId: ballots[at].personId }));
    await inParts(rows, (part) => db.insertInto('decisions.namedBallot').values(part).execute());
  } else {
    const rows = plain.map((ballot, at) => ({
      ...ballot,
      id: context.newSecretId(),
      weight: ballots[at].weight,
      tableLabel: pileOf.get(ballots[at].tableLabel ?? '') ?? null,
    }));
    rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    await inParts(rows, (part) => db.insertInto('decisions.sealedBallot').values(part).execute());
  }
  const codes = ballots.map(({ receipt }) => ({ ...inDecision, code: receipt }));
  codes.sort((a, b) => (a.code < b.code ? -1 : 1));
  await inParts(codes, (part) => db.insertInto('decisions.receipt').values(part).execute());
  await emptyBox(db, { communityId, decisionId });
  return ballots.length;
}

/** What lies in the box, each ballot still with its person, as the roll weighs it. */
const linkedBallots = (db: Db, { communityId, decisionId }: InDecision) =>
  db
    .selectFrom('decisions.ballot as b')
    .innerJoin('decisions.roll as r', (join) =>
      join
        .onRef('r.communityId', '=', 'b.communityId')
        .onRef('r.decisionId', '=', 'b.decisionId')
        .onRef('r.personId', '=', 'b.personId'),
    )
    .select(['b.personId', 'b.marks', 'b.reason', 'b.receipt', 'r.weight', 'r.tableLabel'])
    .where('b.communityId', '=', communityId)
    .where('b.decisionId', '=', decisionId)
    .execute();

/** Writes from which tables ballots came and as which each is counted; empty where persons weigh the same. */
async function noteTables(
  db: Db,
  inDecision: InDecision,
  { ballots, secret }: { ballots: readonly { tableLabel: string | null }[]; secret: boolean },
): Promise<Map<string, string>> {
  const numbers = new Map<string, number>();
  for (const { tableLabel } of ballots)
    if (tableLabel !== null) numbers.set(tableLabel, (numbers.get(tableLabel) ?? 0) + 1);
  const piles = countedAs(numbers, secret);
  const rows = [...piles].map(([label, pile]) => ({ ...inDecision, label, countedAs: pile }));
  if (rows.length > 0) await db.insertInto('decisions.countedTable').values(rows).execute();
  return piles;
}

/** Takes the linked ballots and the box away, after sealing or when a decision is withdrawn. */
export async function emptyBox(db: Db, { communityId, decisionId }: InDecision): Promise<void> {
  for (const table of ['decisions.ballot', 'decisions.openBox'] as const)
    await db.deleteFrom(table).where('communityId', '=', communityId).where('decisionId', '=', decisionId).execute();
}

/** Forgets who took part: nothing of an abandoned vote remains. */
export async function forgetParticipation(db: Db, { communityId, decisionId }: InDecision): Promise<void> {
  await db
    .deleteFrom('decisions.participation')
    .where('communityId', '=', communityId)
    .where('decisionId', '=', decisionId)
    .execute();
}

async function inParts<Row>(rows: readonly Row[], write: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) await write(rows.slice(at, at + 500));
}

/** Fixes the roll and sets the box up, in one transaction. Throws when it is open already (the key refuses it). */
export async function openBox(
  db: Db,
  opening: {
    readonly opening: InDecision & {
      openedAt: Date;
      openedBy: string | null;
      charterVersion: number;
      voteBy: readonly string[];
      quorumPercent: number;
      quorumLeast: number;
      weight: string;
    };
    readonly closesAt: Date;
    readonly roll: readonly {
      personId: string;
      belonging: string;
      confirmed: string;
      weight: string;
      tableLabel: string | null;
    }[];
  },
): Promise<void> {
  const { communityId, decisionId } = opening.opening;
  await db
    .insertInto('decisions.opening')
    .values({ ...opening.opening, voteBy: JSON.stringify(opening.opening.voteBy), onRoll: opening.roll.length })
    .execute();
  const rows = opening.roll.map((seat) => ({ communityId, decisionId, ...seat }));
  await inParts(rows, (part) => db.insertInto('decisions.roll').values(part).execute());
  await db.insertInto('decisions.openBox').values({ communityId, decisionId, closesAt: opening.closesAt }).execute();
}

/** Moves the end: the box and every ballot in it follow. */
export async function moveClosing(
  db: Db,
  { communityId, decisionId, closesAt }: InDecision & { closesAt: Date },
): Promise<void> {
  await db
    .updateTable('decisions.decision')
    .set({ closesAt })
    .where('communityId', '=', communityId)
    .where('id', '=', decisionId)
    .execute();
  await db
    .updateTable('decisions.openBox')
    .set({ closesAt })
    .where('communityId', '=', communityId)
    .where('decisionId', '=', decisionId)
    .execute();
}

/** Notes that what was deleted at the end of these decisions has also been vacuumed away. */
export async function noteSwept(db: Db, decisionIds: readonly string[], sweptAt: Date): Promise<void> {
  for (const table of ['decisions.closure', 'decisions.withdrawal'] as const)
    await db
      .updateTable(table)
      .set({ sweptAt })
      .where('sweptAt', 'is', null)
      .where('decisionId', 'in', [...decisionIds])
      .execute();
}
