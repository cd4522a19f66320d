import { hasRole } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { renderMarkdown } from '#platform/markdown.ts';
import { abilities } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import { organisationById } from '#rooms/communities/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { type GatheringAbility, onGathering } from '../../permissions.ts';
import { mayBeRevised, stateOf } from '../../rules.ts';
import type { AgendaItem, GatheringRole, GatheringState } from '../../words.ts';
import { type Gathering, gatheringAt } from './find-gathering.ts';

/** Somebody with a role in it; without a name when they are named only inside and the reader is not. */
export interface RoleHolder {
  readonly personId: string;
  readonly role: GatheringRole;
  readonly name: string;
}

/** Who hosts it: a community or an organisation, with where it lives in this house. */
export interface Host {
  readonly id: string;
  readonly kind: 'community' | 'organisation';
  readonly name: string;
  readonly locale: string;
  readonly href: string;
}

/** What everyone reads of a call. */
export interface GatheringPage {
  readonly place: Community;
  readonly gathering: Gathering;
  readonly state: GatheringState;
  /** What is said of it, as safe HTML; empty when nothing is. */
  readonly html: string;
  readonly hosts: readonly Host[];
  readonly agenda: readonly AgendaItem[];
  readonly holders: readonly RoleHolder[];
  readonly actingFor: string | null;
  /** What stood before the last change of time or place. */
  readonly earlier: { readonly startsAt: Date; readonly endsAt: Date; readonly place: string } | null;
  readonly open: boolean;
  readonly abilities: Record<GatheringAbility, boolean>;
}

/** The call of one gathering as this reader may see it. */
export async function showGathering(
  context: Context,
  at: { readonly slug: string; readonly number: number },
): Promise<GatheringPage> {
  const { community: place, gathering } = await gatheringAt(context, at);
  const [hosts, agenda, holders, acting, earlier] = await Promise.all([
    hostsOf(context, gathering),
    agendaOf(context, gathering),
    holdersOf(context, gathering),
    gathering.actingForId ? organisationById(context.db, gathering.actingForId) : undefined,
    earlierOf(context, gathering),
  ]);
  return {
    place,
    gathering,
    state: stateOf(gathering, context.now),
    html: gathering.about === '' ? '' : renderMarkdown(gathering.about),
    hosts,
    agenda,
    holders,
    actingFor: acting?.name ?? null,
    earlier,
    open: mayBeRevised(gathering, context.now) === 'yes',
    abilities: abilities(onGathering, context.actor, gathering),
  };
}

/** Its programme in order. */
export function agendaOf({ db }: Context, { communityId, id }: Pick<Gathering, 'communityId' | 'id'>) {
  return db
    .selectFrom('gatherings.agendaItem')
    .select(['startsAt', 'minutes', 'title', 'about', 'ledBy'])
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', id)
    .orderBy('position')
    .execute();
}

/** Its hosts in order, beside the community in whose house it stands. */
export async function hostsOf(
  { db }: Context,
  { communityId, id }: Pick<Gathering, 'communityId' | 'id'>,
): Promise<Host[]> {
  const rows = await db
    .selectFrom('gatherings.host as h')
    .leftJoin('communities.community as c', 'c.id', 'h.hostCommunityId')
    .leftJoin('communities.organisation as o', 'o.id', 'h.organisationId')
    .select(['c.id as cId', 'c.name as cName', 'c.locale as cLocale', 'c.slug as cSlug'])
    .select(['o.id as oId', 'o.name as oName', 'o.locale as oLocale', 'o.slug as oSlug'])
    .where('h.communityId', '=', communityId)
    .where('h.gatheringId', '=', id)
    .orderBy('h.position')
    .execute();
  return rows.map((row) =>
    row.cId
      ? { id: row.cId, kind: 'community', name: row.cName ?? '', locale: row.cLocale ?? '', href: `/c/${row.cSlug}` }
      : {
          id: row.oId ?? '',
          kind: 'organisation',
          name: row.oName ?? '',
          locale: row.oLocale ?? '',
          href: `/o/${row.oSlug}`,
        },
  );
}

/** Who holds which role now. */
export async function holdersOf(
  context: Context,
  { communityId, id }: Pick<Gathering, 'communityId' | 'id'>,
): Promise<RoleHolder[]> {
  const rows = await context.db
    .selectFrom('gatherings.role')
    .select(['personId', 'role'])
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', id)
    .where('endedAt', 'is', null)
    .orderBy('givenAt')
    .execute();
  const names = await personNames(
    context.db,
    rows.map(({ personId }) => personId),
  );
  const inside =
    context.actor.kind === 'system' || hasRole(context.actor, communityId, 'member', 'facilitator', 'steward');
  return rows.map(({ personId, role }) => {
    const person = names.get(personId);
    const named = person && (person.signsAs === 'name' || (person.signsAs === 'inside' && inside));
    return { personId, role: role as GatheringRole, name: named ? person.name : '' };
  });
}

async function earlierOf({ db }: Context, gathering: Gathering): Promise<GatheringPage['earlier']> {
  if (gathering.revisions === 0) return null;
  const row = await db
    .selectFrom('gatherings.revision')
    .select(['earlierStartsAt as startsAt', 'earlierEndsAt as endsAt', 'earlierPlace as place'])
    .where('communityId', '=', gathering.communityId)
    .where('gatheringId', '=', gathering.id)
    .orderBy('version', 'desc')
    .limit(20)
    .execute();
  const moved = row.find(
    ({ startsAt, place }) => startsAt.getTime() !== gathering.startsAt.getTime() || place !== gathering.place,
  );
  return moved ?? null;
}
