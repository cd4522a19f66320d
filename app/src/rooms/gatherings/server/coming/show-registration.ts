import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { abilities } from '#platform/permissions.ts';
import { type ComingAbility, onComing } from '../../coming-permissions.ts';
import { mayRegister } from '../../coming-rules.ts';
import type { Wishes } from '../../coming-words.ts';
import { stateOf } from '../../rules.ts';
import type { GatheringState } from '../../words.ts';
import { type Found, type Gathering, gatheringAt } from '../calling/find-gathering.ts';
import { activeRegistration } from './register.ts';
import { lineOf } from './seats.ts';

/** How somebody stands on the list. */
export interface MyRegistration {
  readonly id: string;
  readonly seated: boolean;
  /** Which in line, when they wait. */
  readonly place: number | null;
  readonly wishes: Wishes;
}

/** How many come, and how this reader stands. */
export interface Coming {
  readonly places: number | null;
  readonly seated: number;
  readonly waiting: number;
  readonly mine: MyRegistration | null;
  /** Why one can't say that one comes; null: one can. */
  readonly closed: string | null;
  readonly abilities: Record<ComingAbility, boolean>;
}

/** The page on which one says that one comes. */
export interface RegistrationPage extends Found {
  readonly state: GatheringState;
  readonly coming: Coming;
}

/** Whether there are places, the reader's own registration, and the way to say that one comes. */
export async function showRegistration(
  context: Context,
  at: { readonly slug: string; readonly number: number },
): Promise<RegistrationPage> {
  const found = await gatheringAt(context, at);
  return {
    ...found,
    state: stateOf(found.gathering, context.now),
    coming: await comingOf(context, found.gathering),
  };
}

/** How many come, for the page of the call. The caller has found the gathering for this reader. */
export async function comingOf(context: Context, gathering: Gathering): Promise<Coming> {
  const { communityId, id: gatheringId, places } = gathering;
  const { count, seated } = await context.db
    .selectFrom('gatherings.registration')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.count<number>('seat').as('seated')])
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow();
  const answer = mayRegister(gathering, { now: context.now, by: 'oneself' });
  return {
    places,
    seated: Number(seated),
    waiting: Number(count) - Number(seated),
    mine: await myRegistration(context, { communityId, gatheringId }),
    closed: answer === 'yes' ? null : answer.no,
    abilities: abilities(onComing, context.actor, gathering),
  };
}

async function myRegistration(
  context: Context,
  which: { readonly communityId: string; readonly gatheringId: string },
): Promise<MyRegistration | null> {
  const personId = personOf(context.actor);
  const registration = personId && (await activeRegistration(context, { ...which, personId }));
  if (!registration) return null;
  const { id, seat } = registration;
  const wishes = await context.db
    .selectFrom('gatherings.registrationWish')
    .select(['language', 'access', 'children', 'travel'])
    .where('communityId', '=', which.communityId)
    .where('registrationId', '=', id)
    .executeTakeFirst();
  const place = seat === null ? (await lineOf(context, which)).findIndex((one) => one.id === id) + 1 : null;
  return { id, seated: seat !== null, place, wishes: wishes ?? { language: '', access: '', children: 0, travel: '' } };
}
