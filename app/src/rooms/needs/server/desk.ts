import type { Context } from '#platform/context.ts';
import { authorize, may } from '#platform/permissions.ts';
import { findCommunity, membersOf } from '#rooms/communities/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onNeeds } from '../permissions.ts';
import { needsSubject } from './find-need.ts';
import { allNeeds, asListed, publicNeeds } from './listed.ts';
import { themesOf } from './queries.ts';

/** What waits for a yes: told on paper, in the hall, by SMS, or brought by a list that is whole. */
const waiting = (context: Context, communityId: string) =>
  allNeeds(context, communityId)
    .leftJoin('needs.importList as l', (join) =>
      join.onRef('l.communityId', '=', 'n.communityId').onRef('l.id', '=', 'n.importId'),
    )
    .where('c.answer', 'is', null)
    .where((eb) => eb.or([eb('n.importId', 'is', null), eb('l.appliedAt', 'is not', null)]));

/** How many wait for a yes; nothing for those who don't sit at the desk. */
export async function countWaiting(context: Context, communityId: string): Promise<number> {
  if (!may(onNeeds.merge, context.actor, await needsSubject(context, communityId))) return 0;
  const { count } = await waiting(context, communityId)
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The desk of needs: what waits for a yes, what is merged, what can be grouped. */
export async function showNeedsDesk(context: Context, slug: string) {
  const community = await findCommunity(context.db, slug);
  authorize(onNeeds.merge, context.actor, await needsSubject(context, community.id));
  const rows = await waiting(context, community.id).orderBy('n.number').limit(100).execute();
  const open = await publicNeeds(context, community.id).orderBy('n.number', 'desc').limit(200).execute();
  const merged = await context.db
    .selectFrom('needs.merge as m')
    .innerJoin('needs.need as n', (join) =>
      join.onRef('n.communityId', '=', 'm.communityId').onRef('n.id', '=', 'm.needId'),
    )
    .innerJoin('needs.need as i', (join) =>
      join.onRef('i.communityId', '=', 'm.communityId').onRef('i.id', '=', 'm.intoId'),
    )
    .select([
      'n.number',
      'n.title',
      'n.locale',
      'i.number as intoNumber',
      'i.title as intoTitle',
      'i.locale as intoLocale',
    ])
    .select('m.mergedAt')
    .where('m.communityId', '=', community.id)
    .where('m.partedAt', 'is', null)
    .orderBy('m.mergedAt', 'desc')
    .limit(100)
    .execute();
  return {
    community,
    waiting: asListed(context, community.id, rows),
    open: asListed(context, community.id, open),
    merged,
    themes: await themesOf(context, community.id),
  };
}

/** What the hall sheet asks: who could have stood by as a witness. */
export async function showHallSheet(context: Context, slug: string) {
  const community = await findCommunity(context.db, slug);
  authorize(onNeeds.enterSheet, context.actor, await needsSubject(context, community.id));
  const members = await membersOf(context.db, community.id, { most: 300 });
  const names = await personNames(
    context.db,
    members.map(({ personId }) => personId),
  );
  const witnesses = members
    .map(({ personId }) => ({ id: personId, name: names.get(personId)?.name ?? '' }))
    .filter(({ name }) => name !== '')
    .sort((a, b) => context.language.compare(a.name, b.name));
  return { community, witnesses };
}
