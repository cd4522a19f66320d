import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { onReport } from '../../report-permissions.ts';
import { ObjectToWords } from '../../report-words.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import { speakerOfWords } from './find-speaker.ts';
import { sayOtherwise } from './say-otherwise.ts';
import { signedIn } from './signed-in.ts';

/** A speaker says from their own account how it should read instead; who writes the report is told. */
export const objectToWords = describeAction(
  { name: 'gatherings.object-to-words', input: ObjectToWords, permission: onReport.approve, repeat: 'once' },
  async (context, { wordsId, text, ...at }): Promise<void> => {
    const found = await gatheringAt(context, at);
    const speaker = await speakerOfWords(context, found.gathering, wordsId);
    authorize(onReport.approve, context.actor, { ...found.gathering, speakerPersonId: speaker.personId });
    await sayOtherwise(context, found, { speaker, wordsId, text, linkId: null, personId: signedIn(context) });
  },
);
