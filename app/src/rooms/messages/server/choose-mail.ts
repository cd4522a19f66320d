import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { authorize } from '#platform/permissions.ts';
import { onNotices } from '../permissions.ts';
import { ChooseMail } from '../words.ts';
import { savePreference } from './store.ts';

/** A person chooses whether mail comes each time, once a week or never. */
export const chooseMail = describeAction(
  { name: 'messages.choose-mail', input: ChooseMail, permission: onNotices.read, repeat: 'safe' },
  async (context, input) => {
    const personId = personOf(context.actor);
    authorize(onNotices.read, context.actor, { personId });
    if (personId) await savePreference(context, personId, input.mail);
  },
);
