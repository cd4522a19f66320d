import { dayIn } from '#platform/time-zone.ts';
import { myCommitments } from '#rooms/commitments/server/index.ts';
import { myOrganisations } from '#rooms/communities/server/index.ts';
import {
  actFor,
  askAddressCode,
  changeProfile,
  removeAddress,
  removePasskey,
  revokeOwnCard,
  showMe,
  signOut,
  signOutEverywhere,
} from '#rooms/people/server/index.ts';
import { keepChoice, knockOf, leaveSeat } from '#web/knock.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const me = await read(event, showMe);
  const words = await read(event, myCommitments);
  const organisations = await read(event, myOrganisations);
  knockOf(event);
  const { actor } = event.locals;
  const actingFor = actor.kind === 'person' ? actor.actingForId : undefined;
  return {
    me,
    words,
    organisations,
    actingFor,
    today: dayIn('UTC', event.locals.house.now()),
    saved: event.url.searchParams.has('saved'),
  };
};

/** The chosen language and theme win over what this browser kept from before. */
async function saveProfile(event: RequestEvent) {
  const data = await event.request.formData();
  return submit(event, changeProfile, {
    data,
    next: () => {
      for (const name of ['locale', 'theme'] as const) keepChoice(event, name, String(data.get(name)));
      return '/me?saved';
    },
  });
}

export const actions: Actions = {
  profile: saveProfile,
  address: (event) => submit(event, askAddressCode, { fixed: { knock: knockOf(event) }, next: () => '/me/addresses' }),
  'remove-address': (event) => submit(event, removeAddress, { next: () => '/me#ways' }),
  'remove-passkey': (event) => submit(event, removePasskey, { next: () => '/me#ways' }),
  'revoke-card': (event) => submit(event, revokeOwnCard, { next: () => '/me#ways' }),
  act: (event) => submit(event, actFor, { next: () => '/me#acting-for' }),
  'sign-out': (event) => submit(event, signOut, { next: () => '/me#sessions' }),
  everywhere: (event) =>
    submit(event, signOutEverywhere, {
      next: () => {
        leaveSeat(event);
        return '/sign-in';
      },
    }),
};
