import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { onFloor } from '../../floor-permissions.ts';
import { DeclareSpeaker, WriteWords } from '../../floor-words.ts';
import { findQuestion, floorAt, signedIn } from './find-floor.ts';
import { findSpeaker } from './find-speaker.ts';
import { removeDeclaration, saveDeclaration } from './speakers-store.ts';
import { saveWords, type WrittenWords } from './words-store.ts';

/**
 * A speaker says of themself that they are a woman, or from the grassroots, or rather not. Somebody else writes it down only when
 * the speaker stated it and agreed; what the speaker said from their own account nobody else changes.
 */
export const declareSpeaker = describeAction(
  { name: 'gatherings.declare-speaker', input: DeclareSpeaker, permission: onFloor.speak, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const floor = await floorAt(context, input);
    const speaker = await findSpeaker(context, floor.at, input.speakerId);
    authorize(onFloor.speak, context.actor, { ...floor.subject, speakerPersonId: speaker?.personId });
    if (!speaker) throw notFound();
    const personId = signedIn(context);
    const own = speaker.personId === personId;
    if (!own && !input.stated) throw new Refusal('floor.own-word-only', { kind: 'invalid' });
    const key = { communityId: floor.at.communityId, speakerId: speaker.id, about: input.about };
    const before = await context.db
      .selectFrom('gatherings.speakerDeclaration')
      .select('how')
      .where('communityId', '=', key.communityId)
      .where('speakerId', '=', key.speakerId)
      .where('about', '=', key.about)
      .executeTakeFirst();
    if (before?.how === 'self' && !own) throw new Refusal('floor.said-themself');
    if (input.said === 'rather-not') await removeDeclaration(context, key);
    else
      await saveDeclaration(context, {
        ...key,
        said: input.said,
        how: own ? 'self' : 'stated',
        personId: own ? personId : null,
        saidBy: personId,
      });
    context.announce({ kind: 'gatherings.floor-changed', ...floor.at });
  },
);

/** Writes a speaker's profile, case or answer anew, as the next version. Written by the speaker, it is approved by that. */
export const writeWords = describeAction(
  { name: 'gatherings.write-words', input: WriteWords, permission: onFloor.speak, repeat: 'safe' },
  async (context, input): Promise<WrittenWords> => {
    const floor = await floorAt(context, input);
    const speaker = await findSpeaker(context, floor.at, input.speakerId);
    authorize(onFloor.speak, context.actor, { ...floor.subject, speakerPersonId: speaker?.personId });
    if (!speaker) throw notFound();
    const question = input.question ? await findQuestion(context, floor.at, input.question) : undefined;
    const { kind, text, locale } = input;
    return saveWords(context, floor.at, { speaker, kind, questionId: question?.id ?? null, text, locale });
  },
);
