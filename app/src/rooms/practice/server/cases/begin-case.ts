import type { Context } from '#platform/context.ts';
import type { SafePicture } from '#platform/files/safe-picture.ts';
import { limit } from '#platform/limits.ts';
import { nextNumber } from '#rooms/communities/server/index.ts';
import type { CaseWords, Party } from '../../words.ts';
import { signedIn } from '../find-practice.ts';
import { signsAs } from '../parties.ts';
import { type NewCase, saveCase, saveContributor, saveCredit, savePictures, saveWording } from './store.ts';

/** What a draft begins with. */
export interface Beginning {
  readonly communityId: string;
  readonly party: Party;
  readonly from?: NewCase['from'];
  readonly words: CaseWords;
  readonly pictures: readonly SafePicture[];
  readonly pictureWords: string;
}

/**
 * Begins a draft: the first wording, its pictures, and the first who stand in it: who writes it, as they sign, and the
 * organisation for which they do. Called by an action that has authorized.
 */
export async function beginCase(context: Context, beginning: Beginning): Promise<{ number: number; caseId: string }> {
  const { communityId, party, from, words, pictures, pictureWords } = beginning;
  const writtenBy = signedIn(context);
  await limit(context, `practice.case:${writtenBy}`, { most: 20, seconds: 86_400 });
  const key = { communityId, caseId: context.newId() };
  const number = await nextNumber(context, communityId);
  await saveCase(context, { ...key, number, ...party, writtenBy, from });
  await saveWording(context, key, { ...words, version: 1, why: '', writtenBy });
  await savePictures(context, key, { pictures, words: pictureWords || words.title, after: 0 });
  const first = { ...key, outsideName: null, outsideTier: null, part: '', addedBy: writtenBy };
  const person = { ...first, id: context.newId(), position: 2, personId: writtenBy, organisationId: null };
  await saveContributor(context, person);
  const answer = await signsAs(context);
  await saveCredit(context, key, { contributorId: person.id, answer, told: false, saidBy: writtenBy });
  const { organisationId } = party;
  if (organisationId) {
    const id = context.newId();
    await saveContributor(context, { ...first, id, position: 1, personId: null, organisationId });
    await saveCredit(context, key, { contributorId: id, answer: 'name', told: false, saidBy: writtenBy });
  }
  return { number, caseId: key.caseId };
}
