import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { onOwnAccount } from '../../permissions.ts';
import { ChangeProfile } from '../../words.ts';
import { insistPerson } from '../sessions/sign-out.ts';
import { insistAtTable } from './find-person.ts';
import { saveProfile } from './store.ts';

/** Changes one's own name, language and script, theme, and how contributions are signed unless they say otherwise. */
export const changeProfile = describeAction(
  { name: 'people.change-profile', input: ChangeProfile, permission: onOwnAccount.change, repeat: 'safe' },
  async (context, profile): Promise<void> => {
    const personId = insistPerson(context);
    authorize(onOwnAccount.change, context.actor, { personId });
    const before = await insistAtTable(context, personId);
    await saveProfile(context, personId, profile);
    if (profile.name !== before.name) context.announce({ kind: 'people.person-renamed', personId });
  },
);
