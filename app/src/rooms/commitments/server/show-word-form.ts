import { hasRole } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { dayIn } from '#platform/time-zone.ts';
import { atDesk, nameFor } from '#rooms/communities/index.ts';
import { allCommunities, findCommunity, membersOf, organisationsOf } from '#rooms/communities/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onCommitments } from '../permissions.ts';

/** One choice of the form: its value as the action reads it, and a name in the reader's script. */
export interface WordChoice {
  readonly value: string;
  readonly name: string;
}

/** What the form asks: whose word it can be, and whom it can be given to. Throws a Refusal for who may not give one. */
export async function showWordForm(context: Context, slug: string) {
  const community = await findCommunity(context.db, slug);
  authorize(onCommitments.make, context.actor, { communityId: community.id });
  const desk = atDesk.open.holds(context.actor, community);
  const organisations = (await organisationsOf(context.db, community.id)).map((organisation) => ({
    value: `organisation:${organisation.id}`,
    name: nameFor(context.language, organisation),
    mine: hasRole(context.actor, organisation.id, 'lead', 'member'),
  }));
  return {
    community,
    desk,
    givers: {
      organisations: organisations.filter(({ mine }) => desk || mine).map(asChoice),
      people: desk ? await peopleAt(context, community.id) : [],
    },
    receivers: { organisations: organisations.map(asChoice), communities: await otherTables(context, community.id) },
    today: dayIn(community.timeZone, context.now),
  };
}

const asChoice = ({ value, name }: WordChoice): WordChoice => ({ value, name });

/** Members by name, for the desk: what somebody said is written down under who said it. */
async function peopleAt(context: Context, communityId: string): Promise<WordChoice[]> {
  const members = await membersOf(context.db, communityId, { most: 500 });
  const me = context.actor.kind === 'person' ? context.actor.personId : undefined;
  const names = await personNames(
    context.db,
    members.map(({ personId }) => personId).filter((personId) => personId !== me),
  );
  return [...names.values()]
    .map(({ id, name }) => ({ value: `person:${id}`, name: context.language.show(name) }))
    .sort((a, b) => context.language.compare(a.name, b.name));
}

/** Other communities in which the reader is a member. */
async function otherTables(context: Context, communityId: string): Promise<WordChoice[]> {
  return (await allCommunities(context.db))
    .filter(({ id }) => id !== communityId && hasRole(context.actor, id, 'member'))
    .map((community) => ({ value: `community:${community.id}`, name: nameFor(context.language, community) }));
}
