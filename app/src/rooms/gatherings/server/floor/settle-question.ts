import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, notFound } from '#platform/refusal.ts';
import { onFloor } from '../../floor-permissions.ts';
import { mayTake } from '../../floor-rules.ts';
import { SettleQuestion, TakeQuestion } from '../../floor-words.ts';
import { type FoundFloor, findQuestion, floorAt, signedIn } from './find-floor.ts';
import { findSpeaker } from './find-speaker.ts';
import { saveRecord } from './store.ts';
import { saveWords } from './words-store.ts';

/** Puts a question on the floor: it is asked aloud now. */
export const takeQuestion = describeAction(
  { name: 'gatherings.take-question', input: TakeQuestion, permission: onFloor.moderate, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    const question = await findQuestion(context, floor.at, input.question);
    insist(mayTake(question.state));
    await saveRecord(context, floor.at, {
      questionId: question.id,
      state: 'taken',
      speakerId: null,
      byName: '',
      dueOn: null,
      words: '',
      locale: floor.gathering.locale,
      recordedBy: signedIn(context),
    });
    tell(context, floor.at, { question: question.number, state: 'taken' });
  },
);

/**
 * Says what came of a question: answered, answered in writing, owed by whom, declined and why. A speaker's own answer is kept as
 * the speaker's words and shown once they said yes to it.
 */
export const settleQuestion = describeAction(
  { name: 'gatherings.settle-question', input: SettleQuestion, permission: onFloor.moderate, repeat: 'once' },
  async (context, input): Promise<void> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    const question = await findQuestion(context, floor.at, input.question);
    const speaker = input.speakerId ? await findSpeaker(context, floor.at, input.speakerId) : undefined;
    if (input.speakerId && !speaker) throw notFound();
    const isAnswer = input.state === 'answered' || input.state === 'answered-in-writing';
    const ownWords = speaker !== undefined && isAnswer && input.words !== '';
    await saveRecord(context, floor.at, {
      questionId: question.id,
      state: input.state,
      speakerId: speaker?.id ?? null,
      byName: speaker ? '' : input.byName,
      dueOn: input.dueOn ?? null,
      words: ownWords ? '' : input.words,
      locale: input.locale,
      recordedBy: signedIn(context),
    });
    if (ownWords && speaker)
      await saveWords(context, floor.at, {
        speaker,
        kind: 'answer',
        questionId: question.id,
        text: input.words,
        locale: input.locale,
      });
    tell(context, floor.at, { question: question.number, state: input.state });
  },
);

const tell = (context: Context, at: FoundFloor['at'], what: { readonly question: number; readonly state: string }) =>
  context.announce({ kind: 'gatherings.question-settled', ...at, ...what });
