import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { atTheDoor } from '../../permissions.ts';
import { IntroduceOneself, type Seat } from '../../words.ts';
import { saveAddress, savePerson } from '../account/store.ts';
import { saveSession } from '../sessions/store.ts';
import { takeProof } from './choose-person.ts';
import { peopleAt } from './find-codes.ts';

/** Somebody new gives a name, and sits down. */
export const introduceOneself = describeAction(
  { name: 'people.introduce-oneself', input: IntroduceOneself, permission: atTheDoor.enter, repeat: 'once' },
  async (context, { knock, name, device }): Promise<Seat> => {
    authorize(atTheDoor.enter, context.actor, {});
    const { target } = await takeProof(context, knock);
    const taken =
      target.channel === 'email' && (await peopleAt(context, target)).some(({ confirmedAt }) => confirmedAt);
    if (taken) throw new Refusal('people.address-taken');
    const personId = await savePerson(context, { name, locale: context.language.locale });
    await saveAddress(context, personId, { ...target, knownBy: 'code' });
    context.announce({ kind: 'people.person-came', personId, quiet: true });
    return saveSession(context, personId, { knock, how: 'code', device });
  },
);
