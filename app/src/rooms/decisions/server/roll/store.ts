import type { Db } from '#platform/database/tables.ts';

interface InDecision {
  readonly communityId: string;
  readonly decisionId: string;
}

/** Keeps a picture of the table; the first of a day stands. */
export async function savePicture(
  db: Db,
  picture: { communityId: string; decisionId: string; drawnOn: string; tookPart: number; groups: unknown },
): Promise<void> {
  await db
    .insertInto('decisions.tablePicture')
    .values({ ...picture, groups: JSON.stringify(picture.groups) })
    .onConflict((conflict) => conflict.columns(['communityId', 'decisionId', 'drawnOn']).doNothing())
    .execute();
}

/** Writes an objection to the roll. */
export async function saveObjection(
  db: Db,
  objection: InDecision & { id: string; saidBy: string; saidAt: Date; aboutId: string | null; words: string },
): Promise<void> {
  await db.insertInto('decisions.rollObjection').values(objection).execute();
}

/** Writes the one answer an objection gets. */
export async function saveObjectionAnswer(
  db: Db,
  answer: { communityId: string; objectionId: string; answeredBy: string; answeredAt: Date; words: string },
): Promise<void> {
  await db.insertInto('decisions.rollAnswer').values(answer).execute();
}
