import type { Context } from '#platform/context.ts';
import { abilities, authorize } from '#platform/permissions.ts';
import { membersOf, organisationsOf } from '#rooms/communities/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { type ComingAbility, onComing } from '../../coming-permissions.ts';
import type { Wishes } from '../../coming-words.ts';
import { stateOf } from '../../rules.ts';
import type { GatheringState } from '../../words.ts';
import { type Found, gatheringAt } from '../calling/find-gathering.ts';
import { hostsOf } from '../calling/show-gathering.ts';
import { lineOf } from './seats.ts';

/** Somebody who comes or waits, as the desk sees it. */
export interface ListedRegistration {
  readonly id: string;
  readonly name: string;
  /** Without an account nobody is told by the house: somebody tells them. */
  readonly hasAccount: boolean;
  readonly channel: string;
  /** Who entered them; null: they themselves. */
  readonly enteredBy: string | null;
  readonly registeredAt: Date;
  readonly seat: number | null;
  readonly wishes: Wishes | null;
}

/** One invitation: whom it meant, and how many got their one message by it. */
export interface ListedInvitation {
  readonly id: string;
  readonly kind: string;
  readonly role: string | null;
  /** Of an organisation, or of whom the paper is for. */
  readonly name: string | null;
  readonly invitedAt: Date;
  readonly told: number;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Everything of coming that only the desk sees. */
export interface ComingList extends Found {
  readonly state: GatheringState;
  readonly seated: readonly ListedRegistration[];
  /** In the order in which places that come free are theirs. */
  readonly waiting: readonly ListedRegistration[];
  readonly invitations: readonly ListedInvitation[];
  readonly organisations: readonly Named[];
  readonly members: readonly Named[];
  readonly abilities: Record<ComingAbility, boolean>;
}

/** Who comes, who waits, what they need, and whom one has called. Throws for everyone but the desk. */
export async function showComing(
  context: Context,
  at: { readonly slug: string; readonly number: number },
): Promise<ComingList> {
  const found = await gatheringAt(context, at);
  const { gathering, community } = found;
  authorize(onComing.seeList, context.actor, gathering);
  const which = { communityId: community.id, gatheringId: gathering.id };
  const list = await registrationsOf(context, which);
  const line = (await lineOf(context, which)).map(({ id }) => id);
  const here = await organisationsOf(context.db, community.id);
  const hosts = (await hostsOf(context, gathering)).filter(({ kind }) => kind === 'organisation');
  const organisations = new Map([...here, ...hosts].map(({ id, name }) => [id, { id, name }]));
  return {
    ...found,
    state: stateOf(gathering, context.now),
    seated: list.filter(({ seat }) => seat !== null),
    waiting: list.filter(({ seat }) => seat === null).sort((a, b) => line.indexOf(a.id) - line.indexOf(b.id)),
    invitations: await invitationsOf(context, which),
    organisations: [...organisations.values()],
    members: await membersByName(context, community.id),
    abilities: abilities(onComing, context.actor, gathering),
  };
}

interface Which {
  readonly communityId: string;
  readonly gatheringId: string;
}

async function registrationsOf(context: Context, { communityId, gatheringId }: Which): Promise<ListedRegistration[]> {
  const rows = await context.db
    .selectFrom('gatherings.registration as r')
    .leftJoin('gatherings.registrationWish as w', (join) =>
      join.onRef('w.communityId', '=', 'r.communityId').onRef('w.registrationId', '=', 'r.id'),
    )
    .select(['r.id', 'r.personId', 'r.name', 'r.channel', 'r.enteredBy', 'r.registeredAt', 'r.seat'])
    .select(['w.language', 'w.access', 'w.children', 'w.travel'])
    .where('r.communityId', '=', communityId)
    .where('r.gatheringId', '=', gatheringId)
    .where('r.withdrawnAt', 'is', null)
    .orderBy('r.registeredAt')
    .orderBy('r.id')
    .execute();
  const names = await personNames(
    context.db,
    rows.flatMap(({ personId, enteredBy }) => (personId ? [personId, enteredBy] : [enteredBy])),
  );
  return rows.map(({ personId, name, enteredBy, language, access, children, travel, ...row }) => ({
    ...row,
    name: (personId ? names.get(personId)?.name : name) ?? '',
    hasAccount: personId !== null,
    enteredBy: enteredBy === personId ? null : (names.get(enteredBy)?.name ?? ''),
    wishes:
      language === null ? null : { language, access: access ?? '', children: children ?? 0, travel: travel ?? '' },
  }));
}

async function invitationsOf({ db }: Context, { communityId, gatheringId }: Which): Promise<ListedInvitation[]> {
  const rows = await db
    .selectFrom('gatherings.invitation as i')
    .leftJoin('communities.organisation as o', 'o.id', 'i.organisationId')
    .select((eb) => [
      'i.id',
      'i.kind',
      'i.role',
      'i.name',
      'i.invitedAt',
      'o.name as organisation',
      eb
        .selectFrom('gatherings.invitee as told')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('told.communityId', '=', 'i.communityId')
        .whereRef('told.invitationId', '=', 'i.id')
        .as('told'),
    ])
    .where('i.communityId', '=', communityId)
    .where('i.gatheringId', '=', gatheringId)
    .orderBy('i.id')
    .execute();
  return rows.map(({ organisation, name, told, ...row }) => ({
    ...row,
    name: organisation ?? name,
    told: Number(told ?? 0),
  }));
}

async function membersByName(context: Context, communityId: string): Promise<Named[]> {
  const members = await membersOf(context.db, communityId, { most: 1000 });
  const names = await personNames(
    context.db,
    members.map(({ personId }) => personId),
  );
  const named = [...names.values()].filter(({ name }) => name !== '').map(({ id, name }) => ({ id, name }));
  return named.sort((a, b) => context.language.compare(a.name, b.name));
}
