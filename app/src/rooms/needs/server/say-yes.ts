import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onNeed } from '../permissions.ts';
import { SayYes } from '../words.ts';
import { findNeed, needSubject } from './find-need.ts';
import { publish } from './publish.ts';
import { signedIn } from './signed-in.ts';
import { saveConsent } from './store.ts';

/** Its sender, or a facilitator who read it, lets a need become public, or not. A no can become a yes later, never the reverse. */
export const sayYes = describeAction(
  { name: 'needs.say-yes', input: SayYes, permission: onNeed.sayYes, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const { need } = await findNeed(context, input);
    authorize(onNeed.sayYes, context.actor, await needSubject(context, need));
    const saidBy = signedIn(context);
    const saidAs = need.raisedBy === saidBy ? 'sender' : 'facilitator';
    if (!(await saveConsent(context, need, { answer: input.answer, saidAs, saidBy })))
      throw new Refusal('needs.public-already');
    if (input.answer === 'yes') await publish(context, need);
  },
);
