import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onHall } from '../../hall-permissions.ts';
import { AnswerMinutes } from '../../hall-words.ts';
import type { InGathering } from '../../words.ts';
import { findGathering } from '../calling/find-gathering.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { lastWording, standingOf } from './standing.ts';
import { saveMinutesAnswer } from './store.ts';

/** Somebody who was there confirms the minutes, or says what is wrong with them; it may be said anew. */
export const answerMinutes = describeAction(
  { name: 'gatherings.answer-minutes', input: AnswerMinutes, permission: onHall.answerMinutes, repeat: 'safe' },
  async (context, { version, answer, words, ...which }) => {
    const { gathering } = await findGathering(context, which.communityId, which.gatheringId);
    authorize(onHall.answerMinutes, context.actor, { ...gathering, present: await wasThere(context, which) });
    const personId = insistOnPerson(context);
    if (!(await isLaid(context, which, version))) throw new Refusal('hall.not-laid');
    if ((await lastWording(context, which))?.version !== version) throw new Refusal('hall.newer-wording');
    await saveMinutesAnswer(context, { ...which, version, personId, answer, words });
    context.announce({ kind: 'gatherings.minutes-answered', ...which, version });
    return { number: gathering.number };
  },
);

/** Whether the reader stands on the list of who was there. */
export async function wasThere(context: Context, which: InGathering): Promise<boolean> {
  const who = personOf(context.actor);
  return who !== undefined && (await standingOf(context, which, { kind: 'attendance', by: 'person', who })) !== null;
}

async function isLaid({ db }: Context, { communityId, gatheringId }: InGathering, version: number): Promise<boolean> {
  const row = await db
    .selectFrom('gatherings.minutesLaying')
    .select('version')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row !== undefined;
}
