import type { Db } from '#platform/database/tables.ts';

interface InDecision {
  readonly communityId: string;
  readonly decisionId: string;
}

/** Writes what was counted, as the next version. The first is the outcome; a later one only ever follows a recount. */
export async function saveOutcome(
  db: Db,
  outcome: InDecision & { computedAt: Date; counted: unknown; facts: unknown },
): Promise<void> {
  const { communityId, decisionId, computedAt } = outcome;
  await db
    .insertInto('decisions.outcome')
    .values({
      communityId,
      decisionId,
      version: 1,
      computedAt,
      counted: JSON.stringify(outcome.counted),
      facts: JSON.stringify(outcome.facts),
    })
    .onConflict((conflict) => conflict.columns(['communityId', 'decisionId', 'version']).doNothing())
    .execute();
}

/** Writes what the one who must answer said. */
export async function saveAnswer(
  db: Db,
  answer: InDecision & {
    id: string;
    answeredAt: Date;
    answeredBy: string;
    actingForId: string | null;
    verdict: string;
    words: string;
  },
): Promise<void> {
  await db.insertInto('decisions.answer').values(answer).execute();
}
