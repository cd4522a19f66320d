import type { Context } from '#platform/context.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { mayRegister } from '../../coming-rules.ts';
import type { Wishes } from '../../coming-words.ts';
import type { Found } from '../calling/find-gathering.ts';
import { freeSeat, lineOf } from './seats.ts';
import { saveRegistration, saveWishes } from './store.ts';
import { remindOfComing } from './tell.ts';

/** Who is entered, by whom and how they said so. */
export interface Entering {
  readonly personId: string | null;
  readonly name: string | null;
  readonly channel: string;
  readonly enteredBy: string;
  readonly by: 'oneself' | 'helper';
  readonly wishes: Wishes;
}

/**
 * Enters somebody: with a place as long as there is one and nobody waits for it, else on the waiting list. The caller holds
 * the lock of the gathering, so that two who come for the last place come one after the other.
 */
export async function register(
  context: Context,
  found: Found,
  entering: Entering,
): Promise<{ registrationId: string; seated: boolean }> {
  const { gathering } = found;
  const { personId, name, channel, enteredBy } = entering;
  const which = { communityId: gathering.communityId, gatheringId: gathering.id };
  insist(mayRegister(gathering, { now: context.now, by: entering.by }));
  if (personId && (await activeRegistration(context, { ...which, personId }))) throw new Refusal('coming.on-the-list');
  const waits = (await lineOf(context, which)).length > 0;
  const seat = waits ? null : await freeSeat(context, which, gathering.places);
  const registrationId = await saveRegistration(context, which, { personId, name, channel, enteredBy, seat });
  await saveWishes(context, { communityId: which.communityId, registrationId }, entering.wishes);
  if (personId && seat !== null) await remindOfComing(context, found, { personId, registrationId });
  context.announce({ kind: 'gatherings.registered', ...which, registrationId, seated: seat !== null });
  return { registrationId, seated: seat !== null };
}

/** Somebody's standing on the list. */
export const activeRegistration = (
  { db }: Context,
  of: { readonly communityId: string; readonly gatheringId: string; readonly personId: string },
) =>
  db
    .selectFrom('gatherings.registration')
    .select(['id', 'seat', 'registeredAt', 'channel'])
    .where('communityId', '=', of.communityId)
    .where('gatheringId', '=', of.gatheringId)
    .where('personId', '=', of.personId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
