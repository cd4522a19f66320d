import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onPractice } from '../../permissions.ts';
import { WriteCase } from '../../words.ts';
import { findPractice } from '../find-practice.ts';
import { insistOnVoice } from '../parties.ts';
import { beginCase } from './begin-case.ts';

/** Begins a case as a draft that only those who tell it and stand in it can read. Returns its number. */
export const writeCase = describeAction(
  { name: 'practice.write-case', input: WriteCase, permission: onPractice.write, repeat: 'once' },
  async (context, { slug, party, pictures, pictureWords, ...words }): Promise<{ number: number }> => {
    const { practice, subject } = await findPractice(context, slug);
    authorize(onPractice.write, context.actor, subject);
    insistOnVoice(context, party);
    const { organisationId } = party;
    if (organisationId && !subject.organisationIds.includes(organisationId))
      throw new Refusal('practice.not-in-practice');
    const communityId = practice.id;
    const { number, caseId } = await beginCase(context, { communityId, party, words, pictures, pictureWords });
    context.announce({ kind: 'practice.case-begun', communityId, caseId, quiet: true });
    return { number };
  },
);
