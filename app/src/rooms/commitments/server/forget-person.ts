import type { Context } from '#platform/context.ts';
import type { Listener } from '#platform/listeners.ts';
import { emptyFold } from '#rooms/moderation/server/index.ts';
import { callOffAskings, removeOwnWords, saveStanding, saveTakingBack } from './store.ts';
import { announceOf } from './tell.ts';

/**
 * Who is erased can no longer be asked: words of theirs that were not kept are taken back, "who gave it has left", and what
 * they said beside them goes. What others answered stays, and answers of theirs stand under "a former member".
 */
export const forgetPerson: Listener = {
  name: 'commitments.forget-person',
  hears: 'people.person-erased',
  async hear(context, announcement) {
    const personId = announcement['personId'];
    if (typeof personId !== 'string') return;
    for (const { communityId, id: subjectId } of await removeOwnWords(context, personId))
      await emptyFold(context, { communityId, kind: 'own-word', subjectId });
    for (const commitment of await openWordsOf(context, personId)) {
      await saveTakingBack(context, commitment, { reason: 'left', why: '', takenBackBy: null });
      await saveStanding(context, commitment, { state: 'taken-back' });
      await callOffAskings(context, commitment);
      announceOf(context, commitment, { kind: 'commitments.commitment-taken-back', reason: 'left' });
    }
  },
};

const openWordsOf = (context: Context, personId: string) =>
  context.db
    .selectFrom('commitments.commitment')
    .selectAll()
    .where('byPersonId', '=', personId)
    .where('state', 'not in', ['kept', 'taken-back'])
    .execute();
