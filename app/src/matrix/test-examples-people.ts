import {
  addAddress,
  addPasskey,
  askAddressCode,
  askCode,
  askPasskey,
  beginPasskey,
  giveCode,
  makeCard,
  useCard,
} from '#rooms/people/server/index.ts';
import { newAuthenticator } from '#rooms/people/server/passkeys/testing.ts';
import type { Examples } from './test-example.ts';
import type { Town } from './test-town.ts';

const knock = 'knock-of-a-browser-in-the-matrix-0001';
const PHONE = '+381641234567';
const codeIn = ({ house }: Town): string => /\b\d{6}\b/.exec(house.letters.at(-1)?.text ?? '')?.[0] ?? '';

/** Somebody at the door has proven that an address is theirs. */
async function proves(town: Town, target: string): Promise<void> {
  await town.as('nobody', askCode, { knock, target });
  await town.as('nobody', giveCode, { knock, code: codeIn(town) });
}

const addressOfOwner = async (town: Town) => {
  await town.work((context) => addAddress(context, { personId: town.people.owner, address: PHONE }));
  await town.work((context) => makeCard(context, { personId: town.people.owner }));
  const { id } = await town.db
    .selectFrom('people.address')
    .select('id')
    .where('personId', '=', town.people.owner)
    .executeTakeFirstOrThrow();
  return id;
};

const ownsPasskey = async (town: Town) => {
  const device = newAuthenticator(town.house.settings.origin);
  const options = await town.as<{ challenge: string; user: { id: string } }>('owner', beginPasskey, { knock });
  await town.as('owner', addPasskey, { knock, response: device.make(options) });
  await town.work((context) => makeCard(context, { personId: town.people.owner }));
  return device;
};

/** How to ask for each action of people. */
export const peopleExamples: Examples = {
  'people.ask-code': () => ({ input: { knock, target: 'new@example.org' } }),
  'people.give-code': async (town) => {
    await town.as('nobody', askCode, { knock, target: 'new@example.org' });
    return { input: { knock, code: codeIn(town) } };
  },
  'people.choose-person': async (town) => {
    await town.work((context) => addAddress(context, { personId: town.people.owner, address: PHONE }));
    await proves(town, PHONE);
    return { input: { knock, personId: town.people.owner } };
  },
  'people.introduce-oneself': async (town) => {
    await proves(town, 'new@example.org');
    return { input: { knock, name: 'Nova' } };
  },
  'people.use-card': async (town) => {
    const { code } = await town.work((context) => makeCard(context, { personId: town.people.owner }));
    return { input: { knock, card: code } };
  },
  'people.ask-passkey': () => ({ input: { knock } }),
  'people.give-passkey': async (town) => {
    const device = await ownsPasskey(town);
    const options = await town.as<{ challenge: string }>('nobody', askPasskey, { knock });
    return { input: { knock, response: device.sign(options) } };
  },
  'people.begin-passkey': () => ({ input: { knock } }),
  'people.add-passkey': async (town) => {
    const device = newAuthenticator(town.house.settings.origin);
    const options = await town.as<{ challenge: string; user: { id: string } }>('owner', beginPasskey, { knock });
    return { input: { knock, response: device.make(options) } };
  },
  'people.remove-passkey': async (town) => {
    await ownsPasskey(town);
    const { credentialId } = await town.db
      .selectFrom('people.passkey')
      .select('credentialId')
      .executeTakeFirstOrThrow();
    return { input: { credentialId } };
  },
  'people.sign-out': async (town) => {
    const { code } = await town.work((context) => makeCard(context, { personId: town.people.owner }));
    const { seat } = await town.as<{ seat: { sessionId: string } }>('nobody', useCard, { knock, card: code });
    return { input: { sessionId: seat.sessionId } };
  },
  'people.sign-out-everywhere': () => ({ input: {} }),
  'people.act-for': (town) => ({ input: { organisationId: town.organisationId }, own: ['lead', 'staff'] }),
  'people.change-profile': () => ({ input: { name: 'Nova', locale: 'en', theme: 'dark', signsAs: 'name' } }),
  'people.change-reading': () => ({ input: { theme: 'dark' } }),
  'people.ask-address-code': () => ({ input: { knock, target: 'new@example.org' } }),
  'people.confirm-address': (town) => ({
    input: async (actor) => {
      if (actor === 'nobody') return { knock, code: '123456' };
      await town.as(actor, askAddressCode, { knock, target: 'new@example.org' });
      return { knock, code: codeIn(town) };
    },
  }),
  'people.remove-address': async (town) => ({ input: { addressId: await addressOfOwner(town) } }),
  'people.revoke-own-card': async (town) => {
    await ownsPasskey(town);
    return { input: {} };
  },
  'people.erase-person': () => ({ input: { sure: 'yes' } }),
};
