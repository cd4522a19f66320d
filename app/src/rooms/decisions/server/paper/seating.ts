import type { Context } from '#platform/context.ts';
import type { Db } from '#platform/database/tables.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { charterOf, nextNumber } from '#rooms/communities/server/index.ts';
import { onDecision } from '../../permissions.ts';
import { mayBeRevised, seatingStands } from '../../rules.ts';
import type { Paper, Seating } from '../../words.ts';
import { findDecision } from './find-decision.ts';
import { insistOnPerson, insistOnTellers, makeFindable } from './paper-stands.ts';
import { savePaper, saveSeating } from './store.ts';

/**
 * Writes the paper of a decision in which every working table weighs the same, for a room that knows who sits where. Asks of
 * the person what every paper asks. The seating becomes part of the roll at opening.
 */
export async function draftSeatedDecision(
  context: Context,
  paper: Paper,
  seating: Seating,
): Promise<{ decisionId: string; number: number }> {
  const { communityId } = paper;
  const { rules } = await charterOf(context.db, communityId);
  authorize(onDecision.draft, context.actor, { communityId, mayDraft: rules.choices.openDecision });
  insist(seatingStands(seating));
  const draftedBy = insistOnPerson(context);
  await insistOnTellers(context, paper);
  const decisionId = context.newId();
  const number = await nextNumber(context, communityId);
  await savePaper(context, paper, { decisionId, number, draftedBy, seating, groups: [] });
  await makeFindable(context, { ...paper, id: decisionId, number }, 'members');
  context.announce({ kind: 'decisions.decision-drafted', communityId, decisionId, number });
  return { decisionId, number };
}

/** Puts a new seating in place of the old while the paper is not open yet. Returns whether it was taken; an open roll stays. */
export async function seatDecision(
  context: Context,
  { communityId, decisionId }: { readonly communityId: string; readonly decisionId: string },
  seating: Seating,
): Promise<boolean> {
  const decision = await findDecision(context.db, communityId, decisionId);
  if (decision.weight !== 'table' || mayBeRevised(decision, context.now) !== 'yes') return false;
  insist(seatingStands(seating));
  await saveSeating(context.db, { communityId, decisionId }, seating);
  return true;
}

/** The tables of a paper by name: those that vote, and those without a vote. */
export async function tablesOfPaper(
  db: Db,
  { communityId, id }: { readonly communityId: string; readonly id: string },
): Promise<{ voting: string[]; without: string[] }> {
  const rows = await db
    .selectFrom('decisions.paperTable')
    .select(['label', 'votes'])
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .orderBy('label')
    .execute();
  const named = (votes: boolean) => rows.filter((row) => row.votes === votes).map(({ label }) => label);
  return { voting: named(true), without: named(false) };
}

/** From which table each seated person votes; nobody of a table without a vote. */
export async function votingSeats(
  db: Db,
  { communityId, id }: { readonly communityId: string; readonly id: string },
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('decisions.seating as s')
    .innerJoin('decisions.paperTable as t', (join) =>
      join
        .onRef('t.communityId', '=', 's.communityId')
        .onRef('t.decisionId', '=', 's.decisionId')
        .onRef('t.label', '=', 's.label'),
    )
    .select(['s.personId', 's.label'])
    .where('s.communityId', '=', communityId)
    .where('s.decisionId', '=', id)
    .where('t.votes', '=', true)
    .execute();
  return new Map(rows.map(({ personId, label }) => [personId, label]));
}

/** The table this person sits at, from the roll once it is fixed and from the seating before; null for who sits at none. */
export async function tableOf(
  db: Db,
  { communityId, id, openedAt }: { readonly communityId: string; readonly id: string; readonly openedAt: Date | null },
  personId: string,
): Promise<string | null> {
  const row = openedAt
    ? await db
        .selectFrom('decisions.roll')
        .select('tableLabel as label')
        .where('communityId', '=', communityId)
        .where('decisionId', '=', id)
        .where('personId', '=', personId)
        .executeTakeFirst()
    : await db
        .selectFrom('decisions.seating')
        .select('label')
        .where('communityId', '=', communityId)
        .where('decisionId', '=', id)
        .where('personId', '=', personId)
        .executeTakeFirst();
  return row?.label ?? null;
}
