import { gatheringAt, recordInHall, showHallForDevice } from '#rooms/gatherings/server/index.ts';
import { answerModule, answerReading } from '#web/answer-module.ts';
import { numberIn, read } from '#web/read.ts';
import type { RequestHandler } from './$types';

/** What stands in this hall: the `base` of what a device records next. */
export const GET: RequestHandler = (event) =>
  answerReading(event, (context) =>
    showHallForDevice(context, { slug: event.params.slug, number: numberIn(event, event.params.number) }),
  );

/** Takes what one device recorded, in its order, and says of each entry what became of it. */
export const POST: RequestHandler = async (event) => {
  const at = { slug: event.params.slug, number: numberIn(event, event.params.number) };
  const { gathering } = await read(event, (context) => gatheringAt(context, at));
  return answerModule(event, recordInHall, {
    fixed: { communityId: gathering.communityId, gatheringId: gathering.id },
    shape: ({ answers }) => ({
      results: answers.map(({ key, answer, reason, sentence, standing }) => ({
        key,
        ...(answer === 'refused' ? { refused: sentence, reason } : { [answer]: true, standing }),
      })),
    }),
  });
};
