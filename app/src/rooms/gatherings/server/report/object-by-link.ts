import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { onReport } from '../../report-permissions.ts';
import { ObjectByLink } from '../../report-words.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import { speakerOfLink } from './find-speaker.ts';
import { sayOtherwise } from './say-otherwise.ts';

/** A speaker without an account says how it should read instead; who writes the report is told. */
export const objectByLink = describeAction(
  { name: 'gatherings.object-by-link', input: ObjectByLink, permission: onReport.answerByLink, repeat: 'once' },
  async (context, { token, wordsId, text, ...at }): Promise<void> => {
    const found = await gatheringAt(context, at);
    authorize(onReport.answerByLink, context.actor, found.gathering);
    const { linkId, ...speaker } = await speakerOfLink(context, found.gathering, token);
    await sayOtherwise(context, found, { speaker, wordsId, text, linkId, personId: null });
  },
);
