import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { atTheDoor } from '../../permissions.ts';
import { AskCode } from '../../words.ts';
import { limitKnocks } from './at-the-door.ts';
import { insistTarget, makeAndSendCode } from './send-code.ts';

/** Sends a code to an email or a phone. It answers the same whether the house knows the address or not. */
export const askCode = describeAction(
  { name: 'people.ask-code', input: AskCode, permission: atTheDoor.enter, repeat: 'once' },
  async (context, { knock, target }): Promise<void> => {
    authorize(atTheDoor.enter, context.actor, {});
    await limitKnocks(context, 'ask');
    await makeAndSendCode(context, insistTarget(context, target), { knock, purpose: 'sign-in' });
  },
);
