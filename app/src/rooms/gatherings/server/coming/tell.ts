import type { Context } from '#platform/context.ts';
import type { Community } from '#rooms/communities/index.ts';
import { callOffReminders, notify, remind } from '#rooms/messages/server/index.ts';
import type { Gathering } from '../calling/find-gathering.ts';
import { fillSeats } from './seats.ts';

const DAY_MS = 86_400_000;
const REMINDERS = [
  { kind: 'coming.in-a-week', before: 7 * DAY_MS },
  { kind: 'coming.tomorrow', before: DAY_MS },
] as const;

/** A gathering and where it is found. */
export interface Whereabouts {
  readonly community: Pick<Community, 'slug'>;
  readonly gathering: Pick<Gathering, 'communityId' | 'id' | 'number' | 'theme' | 'startsAt' | 'places'>;
}

const noticeOf = ({ community, gathering }: Whereabouts, kind: string, about = gathering.id) => ({
  communityId: gathering.communityId,
  kind,
  about,
  href: `/c/${community.slug}/gatherings/${gathering.number}`,
  facts: { theme: gathering.theme },
});

/** Tells people something of a gathering; by mail at once who wishes that. */
export const tellOf = (
  context: Context,
  found: Whereabouts,
  { personIds, kind }: { readonly personIds: readonly string[]; readonly kind: string },
): Promise<void> => notify(context, personIds, { ...noticeOf(found, kind), mail: 'soon' });

/** Reminds somebody a week and a day before, as far as those days are still to come. */
export async function remindOfComing(
  context: Context,
  found: Whereabouts,
  { personId, registrationId }: { readonly personId: string; readonly registrationId: string },
): Promise<void> {
  for (const { kind, before } of REMINDERS) {
    const dueAt = new Date(found.gathering.startsAt.getTime() - before);
    if (dueAt > context.now) await remind(context, [personId], { ...noticeOf(found, kind, registrationId), dueAt });
  }
}

/** Whoever does not come is reminded no more. */
export async function callOffRemindersOf(context: Context, registrationId: string): Promise<void> {
  for (const { kind } of REMINDERS) await callOffReminders(context, kind, registrationId);
}

/** Gives free places to those who wait and tells them. The caller holds the lock. */
export async function moveUp(context: Context, found: Whereabouts): Promise<void> {
  const { communityId, id: gatheringId, places } = found.gathering;
  const moved = await fillSeats(context, { communityId, gatheringId }, places);
  for (const { id: registrationId, personId } of moved) {
    if (personId) {
      await notify(context, [personId], { ...noticeOf(found, 'coming.moved-up', registrationId), mail: 'soon' });
      await remindOfComing(context, found, { personId, registrationId });
    }
    context.announce({ kind: 'gatherings.moved-up', communityId, gatheringId, registrationId, quiet: true });
  }
}
