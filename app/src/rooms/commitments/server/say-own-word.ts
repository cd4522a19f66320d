import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { onCommitment } from '../permissions.ts';
import { isOpen } from '../rules.ts';
import { SayOwnWord } from '../words.ts';
import { commitmentAt } from './find-commitment.ts';
import { signedIn } from './signed-in.ts';
import { saveOwnWord } from './store.ts';
import { announceOf } from './tell.ts';

/** Who gave the word says how it went, beside what the others answer; it changes nothing about where the word stands. */
export const sayOwnWord = describeAction(
  { name: 'commitments.say-own-word', input: SayOwnWord, permission: onCommitment.sayOwnWord, repeat: 'once' },
  async (context, input): Promise<void> => {
    const { commitment } = await commitmentAt(context, input);
    authorize(onCommitment.sayOwnWord, context.actor, commitment);
    insist(isOpen(commitment.state));
    const { words, locale } = input;
    await saveOwnWord(context, commitment, { words, locale, saidBy: signedIn(context) });
    announceOf(context, commitment, { kind: 'commitments.own-word-said' });
  },
);
