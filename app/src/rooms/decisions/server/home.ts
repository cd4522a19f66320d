import { type Actor, personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Community, Home, HomeItem } from '#rooms/communities/index.ts';
import { stateOf } from '../rules.ts';
import type { DecisionState } from '../words.ts';
import { type Decision, pageOfDecisions } from './paper/find-decision.ts';

/** What of this room stands on a community's front page: votes that are open, what was decided, what opens next. */
export async function homeOfDecisions(context: Context, community: Community): Promise<Partial<Home>> {
  const decisions = await pageOfDecisions(context.db, community.id, { most: 30 });
  const standing = decisions.map((decision) => ({ decision, state: stateOf(decision, context.now) }));
  const lines = (state: DecisionState, most: number): HomeItem[] =>
    standing
      .filter((one) => one.state === state)
      .sort((a, b) => orderIn(state, a.decision, b.decision))
      .slice(0, most)
      .map(({ decision }) => itemOf(context, community, { decision, state }));
  const open = lines('open', 3);
  const waits = open.length > 0 && (await isVoter(context, community.id, context.actor));
  return {
    now: waits ? open : [],
    decided: lines('counted', 3),
    next: [...(waits ? [] : open), ...lines('called', 2)],
  };
}

const orderIn = (state: DecisionState, a: Decision, b: Decision): number =>
  state === 'counted' ? Number(b.countedAt) - Number(a.countedAt) : Number(a.closesAt) - Number(b.closesAt);

function itemOf(
  { language }: Context,
  { slug, timeZone }: Community,
  { decision, state }: { decision: Decision; state: DecisionState },
): HomeItem {
  const { number, question, locale, closesAt, opensAt, imported } = decision;
  const note =
    state === 'open' && closesAt
      ? language.say('decisions.open-until', { moment: language.moment(closesAt, timeZone) })
      : state === 'called' && opensAt
        ? language.say('decisions.opens-at', { moment: language.moment(opensAt, timeZone) })
        : imported
          ? language.say('decisions.imported-mark')
          : undefined;
  const path = state === 'counted' ? '/outcome' : '';
  return { href: `/c/${slug}/decisions/${number}${path}`, title: question, locale, note };
}

/** Whether anything open here could wait for this reader. */
async function isVoter(context: Context, communityId: string, actor: Actor): Promise<boolean> {
  const personId = personOf(actor);
  if (!personId) return false;
  const seat = await context.db
    .selectFrom('decisions.openBox as box')
    .innerJoin('decisions.roll as r', (join) =>
      join.onRef('r.communityId', '=', 'box.communityId').onRef('r.decisionId', '=', 'box.decisionId'),
    )
    .select('r.personId')
    .where('box.communityId', '=', communityId)
    .where('r.personId', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return seat !== undefined;
}
