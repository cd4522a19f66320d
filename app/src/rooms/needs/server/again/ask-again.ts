import { system } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import type { Tick } from '#platform/room.ts';
import { runParsed } from '#platform/run-action.ts';
import { peopleWithRole } from '#rooms/communities/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { ASK_AGAIN_AFTER_DAYS, OPEN_STATES } from '../../rules.ts';
import { concernedBy } from '../concerned-by.ts';
import { saveAsking } from './store.ts';

const AT_ONCE = 100;
const NAME = 'needs.ask-again';

/** Asks about every open need that nobody touched for months, each once until it is answered. */
export const askAgain: Tick = {
  name: NAME,
  async run(house: House) {
    const asking = { actor: system(NAME), language: house.languages.source };
    for (const need of await untouched(house))
      await runParsed(house, asking, { name: NAME, run: (context) => ask(context, need) });
  },
};

interface Untouched {
  readonly communityId: string;
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly slug: string;
}

async function untouched(house: House): Promise<Untouched[]> {
  const before = new Date(house.now().getTime() - ASK_AGAIN_AFTER_DAYS * 86_400_000);
  return house.database.db
    .selectFrom('needs.need as n')
    .innerJoin('needs.publicationConsent as c', (join) =>
      join.onRef('c.communityId', '=', 'n.communityId').onRef('c.needId', '=', 'n.id').on('c.answer', '=', 'yes'),
    )
    .innerJoin('communities.community as k', 'k.id', 'n.communityId')
    .leftJoin('needs.merge as m', (join) =>
      join.onRef('m.communityId', '=', 'n.communityId').onRef('m.needId', '=', 'n.id').on('m.partedAt', 'is', null),
    )
    .leftJoin('needs.askingAgain as a', (join) =>
      join.onRef('a.communityId', '=', 'n.communityId').onRef('a.needId', '=', 'n.id').on('a.answeredAt', 'is', null),
    )
    .select(['n.communityId', 'n.id', 'n.number', 'n.title', 'k.slug'])
    .where('n.touchedAt', '<=', before)
    .where('n.state', 'in', [...OPEN_STATES])
    .where('m.id', 'is', null)
    .where('a.id', 'is', null)
    .orderBy('n.touchedAt')
    .limit(AT_ONCE)
    .execute();
}

/** Who raised it and who says "me too" are asked; where there is nobody, the facilitators. */
async function ask(context: Context, need: Untouched): Promise<void> {
  if (!(await saveAsking(context, need))) return;
  const { communityId, id, number, title, slug } = need;
  const concerned = await concernedBy(context, need);
  const asked = concerned.length > 0 ? concerned : await peopleWithRole(context.db, communityId, 'facilitator');
  await notify(context, asked, {
    communityId,
    kind: 'needs.asked-again',
    facts: { title },
    href: `/c/${slug}/needs/${number}#again`,
    about: id,
    mail: 'soon',
  });
  context.announce({ kind: 'needs.need-asked-again', communityId, needId: id });
}
