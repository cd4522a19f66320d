import type { House } from '#platform/house.ts';
import { demoTown, findCommunity, type Town } from '#rooms/communities/server/index.ts';
import { demoPapers, type SeededPaper } from './demo-papers.ts';
import { castBallot } from './server/box/cast-ballot.ts';
import { recordAnswer } from './server/outcome/record-answer.ts';
import { draftDecision } from './server/paper/draft-decision.ts';
import { openDecision } from './server/paper/open-decision.ts';
import { answerObjection } from './server/roll/answer-objection.ts';
import { objectToRoll } from './server/roll/object-to-roll.ts';
import { decisionTicks } from './server/ticks.ts';

const DAY = 86_400_000;

/** The decisions of the demo town: a budget by Equal Shares, an order of wishes, a tie, one where nobody objects, one that is open now. */
export async function seedDecisions(house: House): Promise<void> {
  const town = await demoTown(house);
  for (const paper of demoPapers) await seedPaper(house, town, paper);
}

async function seedPaper(house: House, town: Town, seeded: SeededPaper): Promise<void> {
  const { id: communityId } = await findCommunity(house.database.db, seeded.slug);
  const at = (daysAgo: number) => eveningOf(new Date(house.now().getTime() - daysAgo * DAY));
  const answerBy = seeded.paper.answerer
    ? at(seeded.closes - 30)
        .toISOString()
        .slice(0, 10)
    : undefined;
  const input = {
    ...seeded.paper,
    communityId,
    opensAt: at(seeded.opens).toISOString(),
    closesAt: at(seeded.closes).toISOString(),
    answerBy,
    needIds: await needIdsOf(house, communityId, seeded.needs),
    tellerIds: (seeded.tellers ?? []).map((key) => town.ids[key]),
  };
  const { decisionId } = await town.act<{ decisionId: string }>(seeded.by, seeded.opens + 3, {
    action: draftDecision,
    input,
  });
  const one = { communityId, decisionId };
  await town.act(seeded.by, seeded.opens + 2, { action: openDecision, input: one });
  await tickAt(house, at(seeded.opens));
  const last = Math.max(seeded.closes, 0);
  for (const [index, [key, marks, reason = '']] of seeded.ballots.entries()) {
    const daysAgo = seeded.opens - 1 - ((seeded.opens - 2 - last) * (index + 1)) / (seeded.ballots.length + 1);
    await town.act(key, daysAgo, { action: castBallot, input: { ...one, marks, reason } });
  }
  await seedObjection(town, one, seeded);
  if (seeded.closes > 0) await tickAt(house, at(seeded.closes));
  if (!seeded.answer) return;
  const { by, daysAgo, verdict, words } = seeded.answer;
  await town.act(by, daysAgo, { action: recordAnswer, input: { ...one, verdict, words } });
}

/** The needs it comes from; none where only this room is filled. */
async function needIdsOf(house: House, communityId: string, titles: readonly string[] = []): Promise<string[]> {
  if (titles.length === 0) return [];
  const rows = await house.database.db
    .selectFrom('needs.need')
    .select('id')
    .where('communityId', '=', communityId)
    .where('title', 'in', [...titles])
    .execute();
  return rows.map(({ id }) => id);
}

async function seedObjection(
  town: Town,
  one: { communityId: string; decisionId: string },
  { objection, opens }: SeededPaper,
): Promise<void> {
  if (!objection) return;
  const { by, words, answeredBy, answer } = objection;
  const { objectionId } = await town.act<{ objectionId: string }>(by, opens - 0.5, {
    action: objectToRoll,
    input: { ...one, words },
  });
  const input = { communityId: one.communityId, objectionId, words: answer };
  await town.act(answeredBy, opens - 1, { action: answerObjection, input });
}

/** Six in the evening, when people are home: papers open and close then. */
function eveningOf(day: Date): Date {
  const evening = new Date(day);
  evening.setUTCHours(17, 0, 0, 0);
  return evening;
}

/** What falls due at that moment is done at that moment. */
async function tickAt(house: House, at: Date): Promise<void> {
  for (const tick of decisionTicks) await tick.run({ ...house, now: () => at });
}
