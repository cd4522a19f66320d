import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import {
  allCommunities,
  charterOf,
  findCommunity,
  membersOf,
  myOrganisations,
  organisationsOf,
} from '#rooms/communities/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onGathering } from '../../permissions.ts';
import { mayBeRevised } from '../../rules.ts';
import type { AgendaItem } from '../../words.ts';
import { type Gathering, gatheringAt } from './find-gathering.ts';
import { agendaOf, type Host, holdersOf, hostsOf, type RoleHolder } from './show-gathering.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the form of a call offers to choose from, and the call as it stands when it is changed. */
export interface CallForm {
  readonly place: Community;
  readonly locales: readonly string[];
  readonly organisations: readonly Named[];
  readonly communities: readonly Named[];
  /** The organisation this reader acts for at the moment. */
  readonly actingFor: string | null;
  readonly call: {
    readonly gathering: Gathering;
    readonly agenda: readonly AgendaItem[];
    readonly hosts: readonly Host[];
  } | null;
}

/** The form for a new call. Throws when this reader may call nobody here. */
export async function showCallForm(context: Context, slug: string): Promise<CallForm> {
  const place = await findCommunity(context.db, slug);
  authorize(onGathering.call, context.actor, { communityId: place.id });
  return { place, ...(await choicesFor(context, place)), call: null };
}

/** The form to change a call. */
export async function showRevisionForm(
  context: Context,
  at: { readonly slug: string; readonly number: number },
): Promise<CallForm> {
  const { community: place, gathering } = await gatheringAt(context, at);
  authorize(onGathering.revise, context.actor, gathering);
  insist(mayBeRevised(gathering, context.now));
  const choices = await choicesFor(context, place);
  const hosts = await hostsOf(context, gathering);
  const organisations = hosts.filter(({ kind }) => kind === 'organisation');
  return {
    place,
    ...choices,
    locales: [...new Set([gathering.locale, ...choices.locales])],
    organisations: [
      ...organisations.filter(({ id }) => !choices.organisations.some((one) => one.id === id)),
      ...choices.organisations,
    ],
    call: { gathering, agenda: await agendaOf(context, gathering), hosts },
  };
}

async function choicesFor(context: Context, place: Community): Promise<Omit<CallForm, 'place' | 'call'>> {
  const [{ rules }, here, all, mine] = await Promise.all([
    charterOf(context.db, place.id),
    organisationsOf(context.db, place.id),
    allCommunities(context.db),
    myOrganisations(context),
  ]);
  const acting = context.actor.kind === 'person' ? context.actor.actingForId : undefined;
  return {
    locales: rules.languages,
    organisations: here.map(({ id, name }) => ({ id, name })),
    communities: all.filter(({ id }) => id !== place.id).map(({ id, name }) => ({ id, name })),
    actingFor: mine.find(({ id }) => id === acting)?.name ?? null,
  };
}

/** Who holds a role and who may be given one, for the desk. */
export interface RolesOfGathering {
  readonly place: Community;
  readonly gathering: Gathering;
  readonly holders: readonly RoleHolder[];
  readonly people: readonly Named[];
}

/** The roles of one gathering for who gives them: members of the community, at most 500. */
export async function showRolesOfGathering(
  context: Context,
  at: { readonly slug: string; readonly number: number },
): Promise<RolesOfGathering> {
  const { community: place, gathering } = await gatheringAt(context, at);
  authorize(onGathering.giveRoles, context.actor, gathering);
  const members = await membersOf(context.db, place.id, { most: 500 });
  const names = await personNames(
    context.db,
    members.map(({ personId }) => personId),
  );
  const people = [...names.values()].filter(({ name }) => name !== '').map(({ id, name }) => ({ id, name }));
  return {
    place,
    gathering,
    holders: await holdersOf(context, gathering),
    people: people.sort((a, b) => context.language.compare(a.name, b.name)),
  };
}
