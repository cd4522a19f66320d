import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { CallGathering, GatheringRoleOf } from '../../words.ts';
import type { Gathering } from './find-gathering.ts';

interface Which {
  readonly communityId: string;
  readonly gatheringId: string;
}

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
  const { gatheringId, ...called } = by;
  await context.db
    .insertInto('gatherings.gathering')
    .values({
      communityId: call.communityId,
      id: gatheringId,
      ...called,
      ...columnsOf(call),
      calledAt: context.now,
    })
    .execute();
  await saveHosts(context, call, gatheringId);
  await saveAgenda(context, call, gatheringId);
}

const columnsOf = (call: CallGathering) => ({
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
});

/** Keeps what was called before as a revision and writes the new call in its place. */
export async function replaceGathering(
  context: Context,
  call: CallGathering,
  { gathering, revisedBy }: { readonly gathering: Gathering; readonly revisedBy: string },
): Promise<void> {
  const { communityId, id: gatheringId } = gathering;
  await context.db
    .insertInto('gatherings.revision')
    .values({
      communityId,
      gatheringId,
      version: gathering.revisions + 1,
      revisedBy,
      revisedAt: context.now,
      earlierTheme: gathering.theme,
      earlierPlace: gathering.place,
      earlierLink: gathering.link,
      earlierStartsAt: gathering.startsAt,
      earlierEndsAt: gathering.endsAt,
    })
    .execute();
  await context.db
    .updateTable('gatherings.gathering')
    .set({ ...columnsOf(call), revisedAt: context.now })
    .where('communityId', '=', communityId)
    .where('id', '=', gatheringId)
    .execute();
  await context.db
    .deleteFrom('gatherings.host')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .execute();
  await saveHosts(context, call, gatheringId);
  await context.db
    .deleteFrom('gatherings.agendaItem')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .where('position', '>', call.agenda.length)
    .execute();
  await saveAgenda(context, call, gatheringId);
}

async function saveHosts(context: Context, call: CallGathering, gatheringId: string): Promise<void> {
  const { communityId } = call;
  const communities = [...new Set(call.hostCommunityIds)].filter((id) => id !== communityId);
  const hosts = [
    ...communities.map((hostCommunityId) => ({ hostCommunityId, organisationId: null })),
    ...[...new Set(call.hostOrganisationIds)].map((organisationId) => ({ hostCommunityId: null, organisationId })),
  ];
  if (hosts.length > 0)
    await context.db
      .insertInto('gatherings.host')
      .values(hosts.map((host, at) => ({ communityId, gatheringId, position: at + 1, ...host })))
      .execute();
}

async function saveAgenda(context: Context, { communityId, agenda }: CallGathering, gatheringId: string) {
  if (agenda.length === 0) return;
  await context.db
    .insertInto('gatherings.agendaItem')
    .values(agenda.map((item, at) => ({ communityId, gatheringId, position: at + 1, ...item })))
    .onConflict((conflict) =>
      conflict.columns(['communityId', 'gatheringId', 'position']).doUpdateSet((eb) => ({
        startsAt: eb.ref('excluded.startsAt'),
        minutes: eb.ref('excluded.minutes'),
        title: eb.ref('excluded.title'),
        about: eb.ref('excluded.about'),
        ledBy: eb.ref('excluded.ledBy'),
      })),
    )
    .execute();
}

/** Everything that counts places or compares what two devices recorded waits here for its turn. */
export async function lockGathering({ db }: Context, { communityId, gatheringId }: Which): Promise<void> {
  await sql`select from gatherings.gathering
    where community_id = ${communityId} and id = ${gatheringId} for update`.execute(db);
}

export async function saveCallingOff(
  context: Context,
  off: Which & { readonly calledOffBy: string; readonly why: string },
): Promise<void> {
  await context.db
    .insertInto('gatherings.callingOff')
    .values({ ...off, calledOffAt: context.now })
    .execute();
}

/** True when it was not held before. */
export async function saveRole(
  context: Context,
  role: GatheringRoleOf & { readonly givenBy: string },
): Promise<boolean> {
  const given = await context.db
    .insertInto('gatherings.role')
    .values({ ...role, givenAt: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('role')
    .executeTakeFirst();
  return given !== undefined;
}

export async function saveRoleEnd(context: Context, role: GatheringRoleOf): Promise<void> {
  await context.db
    .updateTable('gatherings.role')
    .set({ endedAt: context.now })
    .where('communityId', '=', role.communityId)
    .where('gatheringId', '=', role.gatheringId)
    .where('personId', '=', role.personId)
    .where('role', '=', role.role)
    .where('endedAt', 'is', null)
    .execute();
}
