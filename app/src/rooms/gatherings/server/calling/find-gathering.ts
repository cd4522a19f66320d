import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Db } from '#platform/database/tables.ts';
import { notFound } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { communityById, findCommunity } from '#rooms/communities/server/index.ts';
import { mayKnow } from '../../permissions.ts';
import type { Standing } from '../../rules.ts';
import type { GatheringKind, GatheringRole } from '../../words.ts';

/** A gathering as actions and pages see it. */
export interface Gathering extends Standing {
  readonly communityId: string;
  readonly id: string;
  readonly number: number;
  readonly kind: GatheringKind;
  readonly theme: string;
  readonly about: string;
  readonly locale: string;
  readonly place: string;
  readonly link: string | null;
  readonly places: number | null;
  readonly registrationUntil: Date | null;
  readonly audience: 'public' | 'members';
  readonly calledBy: string;
  readonly actingForId: string | null;
  readonly calledAt: Date;
  readonly revisedAt: Date | null;
  /** How often the call was changed. */
  readonly revisions: number;
  /** Why it was called off; null while it was not. */
  readonly why: string | null;
  /** Roles that whoever asks holds in it. */
  readonly roles: readonly GatheringRole[];
}

/** A gathering and the community in whose house it stands. */
export interface Found {
  readonly community: Community;
  readonly gathering: Gathering;
}

/** The gathering with this id. Throws a Refusal `not-found`, also for one of another community or one that the reader may not see. */
export async function findGathering(context: Context, communityId: string, gatheringId: string): Promise<Found> {
  const community = await communityById(context.db, communityId);
  return { community, gathering: await gatheringWhere(context, communityId, { id: gatheringId }) };
}

/** The gathering under an address. Throws a Refusal `not-found`. */
export async function gatheringAt(
  context: Context,
  { slug, number }: { readonly slug: string; readonly number: number },
): Promise<Found> {
  const community = await findCommunity(context.db, slug);
  if (!Number.isSafeInteger(number) || number < 1 || number > 2_147_483_647) throw notFound();
  return { community, gathering: await gatheringWhere(context, community.id, { number }) };
}

/** A community's gatherings as they stand: with their calling off, and how often the call was changed. */
export const gatheringsOf = (db: Db, communityId: string) =>
  db
    .selectFrom('gatherings.gathering as g')
    .leftJoin('gatherings.callingOff as off', (join) =>
      join.onRef('off.communityId', '=', 'g.communityId').onRef('off.gatheringId', '=', 'g.id'),
    )
    .selectAll('g')
    .select((eb) => [
      'off.calledOffAt',
      'off.why',
      eb
        .selectFrom('gatherings.revision as r')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('r.communityId', '=', 'g.communityId')
        .whereRef('r.gatheringId', '=', 'g.id')
        .as('revisions'),
    ])
    .where('g.communityId', '=', communityId);

async function gatheringWhere(
  context: Context,
  communityId: string,
  which: { readonly id?: string; readonly number?: number },
): Promise<Gathering> {
  const all = gatheringsOf(context.db, communityId);
  const query = which.id ? all.where('g.id', '=', which.id) : all.where('g.number', '=', which.number ?? 0);
  const row = await query.executeTakeFirst();
  if (!row) throw notFound();
  const roles = await rolesIn(context, communityId, row.id);
  const known = mayKnow(context.actor, { communityId, audience: row.audience, roles });
  if (!known && !(await isExpected(context, communityId, row.id))) throw notFound();
  return {
    ...row,
    kind: row.kind as GatheringKind,
    audience: row.audience as Gathering['audience'],
    revisions: Number(row.revisions ?? 0),
    roles,
  };
}

async function rolesIn(context: Context, communityId: string, gatheringId: string): Promise<GatheringRole[]> {
  const personId = personOf(context.actor);
  if (!personId) return [];
  const rows = await context.db
    .selectFrom('gatherings.role')
    .select('role')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute();
  return rows.map(({ role }) => role as GatheringRole);
}

/** Whoever was called or stands on the list may know of a gathering of members without being one. */
async function isExpected({ actor, db }: Context, communityId: string, gatheringId: string): Promise<boolean> {
  const personId = personOf(actor);
  if (!personId) return false;
  for (const table of ['gatherings.invitee', 'gatherings.registration'] as const) {
    const row = await db
      .selectFrom(table)
      .select('personId')
      .where('communityId', '=', communityId)
      .where('gatheringId', '=', gatheringId)
      .where('personId', '=', personId)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}
