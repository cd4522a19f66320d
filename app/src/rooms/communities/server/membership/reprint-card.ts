import { describeAction } from '#platform/action.ts';
import { hasRole } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, notFound } from '#platform/refusal.ts';
import { comingInAlone, type MadeCard, makeCard, personNames } from '#rooms/people/server/index.ts';
import { atDesk } from '../../permissions.ts';
import { mayReprint } from '../../rules.ts';
import { AboutPerson } from '../../words.ts';
import { findCommunity } from '../community/find-community.ts';
import { roleFacts } from '../roles/role-facts.ts';
import { signedIn } from '../signed-in.ts';
import { membersOf, seatOf } from './members-of.ts';

/**
 * Prints the card of a member anew, when it was lost; the old one opens nothing any more. A card opens the account of its
 * owner: only who has no other way in gets one, they are told, and the desk sees who printed it.
 */
export const reprintCard = describeAction(
  { name: 'communities.reprint-card', input: AboutPerson, permission: atDesk.giveCard, repeat: 'once' },
  async (context, { slug, personId }): Promise<MadeCard & { readonly name: string }> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(atDesk.giveCard, context.actor, { id });
    const me = signedIn(context);
    if (!(await seatOf(context.db, id, personId))) throw notFound();
    insist(
      mayReprint({
        own: personId === me,
        alone: (await comingInAlone(context.db, [personId])).has(personId),
        roles: (await roleFacts(context, id, personId)).roles,
        bySteward: hasRole(context.actor, id, 'steward'),
      }),
    );
    await limit(context, `communities.reprint:${me}`, { most: 30, seconds: 86_400 });
    const card = await makeCard(context, { personId });
    context.announce({ kind: 'communities.card-reprinted', communityId: id, personId, quiet: true });
    return { ...card, name: (await personNames(context.db, [personId])).get(personId)?.name ?? '' };
  },
);

/** The desk of cards: whose card can be printed anew, and the last thirty that were made, by whom. */
export async function showCards(context: Context, slug: string) {
  const { id } = await findCommunity(context.db, slug);
  authorize(atDesk.giveCard, context.actor, { id });
  const { db, language } = context;
  const ids = (await membersOf(db, id, { most: 1000 })).map(({ personId }) => personId);
  const alone = await comingInAlone(db, ids);
  const made = await db
    .selectFrom('people.card as c')
    .innerJoin('communities.membership as m', (join) =>
      join.onRef('m.personId', '=', 'c.personId').on('m.leftAt', 'is', null),
    )
    .select(['c.personId', 'c.madeBy', 'c.madeAt'])
    .where('m.communityId', '=', id)
    .where('c.madeBy', 'is not', null)
    .orderBy('c.madeAt', 'desc')
    .limit(30)
    .execute();
  const names = await personNames(
    db,
    [...new Set([...ids, ...made.map(({ madeBy }) => madeBy ?? '')])].filter(Boolean),
  );
  const name = (personId: string | null) => (personId && names.get(personId)?.name) || '';
  return {
    members: ids
      .filter((personId) => !alone.has(personId))
      .map((personId) => ({ personId, name: name(personId) }))
      .sort((a, b) => language.compare(a.name, b.name)),
    made: made.map(({ personId, madeBy, madeAt }) => ({ name: name(personId), by: name(madeBy), madeAt })),
  };
}
