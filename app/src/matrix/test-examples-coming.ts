import { registerOneself } from '#rooms/gatherings/server/index.ts';
import type { Examples, Input } from './test-example.ts';
import { called } from './test-examples-gatherings.ts';
import type { Town } from './test-town.ts';

/** A gathering to which owner comes, and needs something that nobody but the desk reads. */
export async function comingOwner(town: Town): Promise<Input> {
  const which = await called(town);
  const access = 'Tajna rampa';
  const { registrationId } = await town.as<{ registrationId: string }>('owner', registerOneself, { ...which, access });
  return { ...which, registrationId };
}

/** How to ask for each action of coming. */
export const comingExamples: Examples = {
  'gatherings.invite-people': async (town) => ({ input: { ...(await called(town)), kind: 'role', role: 'member' } }),
  'gatherings.register-oneself': async (town) => ({ input: { ...(await called(town)), children: '2' } }),
  'gatherings.register-other': async (town) => ({
    input: { ...(await called(town)), name: 'Baka Stana', channel: 'phone' },
  }),
  'gatherings.change-wishes': async (town) => ({
    input: { ...(await comingOwner(town)), travel: 'Autobus' },
    own: ['owner'],
  }),
  'gatherings.withdraw-registration': async (town) => ({ input: await comingOwner(town), own: ['owner'] }),
};
