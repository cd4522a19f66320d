import type { Context } from '#platform/context.ts';
import type { CallGathering } from '../../words.ts';

/** Writes a gathering with its hosts and its programme. */
export async function saveGathering(
  context: Context,
  call: CallGathering,
  by: {
    readonly gatheringId: string;
    readonly number: number;
    readonly calledBy: string;
    readonly actingForId: string | null;
  },
): Promise<void> {
  const { communityId } = call;
  const { gatheringId, ...called } = by;
  await context.db
    .insertInto('gatherings.gathering')
    .values({
      communityId,
      id: gatheringId,
      ...called,
      kind: call.kind,
      theme: call.theme,
      about: call.about,
      locale: call.locale,
      place: call.place,
      link: call.link ?? null,
      startsAt: call.startsAt,
      endsAt: call.endsAt,
      places: call.places ?? null,
      registrationUntil: call.registrationUntil ?? null,
      audience: call.audience,
      calledAt: context.now,
    })
    .execute();
  const hosts = [
    ...call.hostCommunityIds.map((hostCommunityId) => ({ hostCommunityId, organisationId: null })),
    ...call.hostOrganisationIds.map((organisationId) => ({ hostCommunityId: null, organisationId })),
  ];
  if (hosts.length > 0)
    await context.db
      .insertInto('gatherings.host')
      .values(hosts.map((host, at) => ({ communityId, gatheringId, position: at + 1, ...host })))
      .execute();
  if (call.agenda.length > 0)
    await context.db
      .insertInto('gatherings.agendaItem')
      .values(call.agenda.map((item, at) => ({ communityId, gatheringId, position: at + 1, ...item })))
      .execute();
}
