import type { Context } from '#platform/context.ts';
import { writeSearchEntry } from '#platform/search.ts';
import type { NewCommitment } from './store.ts';

/** Search finds a given word by what it says now. */
export const makeFindable = (
  context: Context,
  word: Pick<NewCommitment, 'communityId' | 'id' | 'number' | 'audience' | 'what' | 'words' | 'locale'>,
): Promise<void> =>
  writeSearchEntry(context, {
    communityId: word.communityId,
    kind: 'commitment',
    id: word.id,
    number: word.number,
    path: `commitments/${word.number}`,
    audience: word.audience,
    title: word.what,
    text: word.words,
    locale: word.locale,
  });
