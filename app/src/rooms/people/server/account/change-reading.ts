import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { atTheDoor } from '../../permissions.ts';
import { ChangeReading } from '../../words.ts';
import { saveProfile } from './store.ts';

/** In which language, script and theme somebody reads: kept for whoever is signed in, only checked for anyone else. */
export const changeReading = describeAction(
  { name: 'people.change-reading', input: ChangeReading, permission: atTheDoor.enter, repeat: 'safe' },
  async (context, reading): Promise<void> => {
    authorize(atTheDoor.enter, context.actor, {});
    if (context.actor.kind === 'person') await saveProfile(context, context.actor.personId, reading);
  },
);
