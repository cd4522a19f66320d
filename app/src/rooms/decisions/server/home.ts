import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Community, Home, HomeItem } from '#rooms/communities/index.ts';
import { stateOf } from '../rules.ts';
import { chairsOf, type TablePicture, tableOf } from '../table-words.ts';
import { namesByCode } from '../ui/option-name.ts';
import { decidedSentence } from '../ui/outcome-sentence.ts';
import type { DecisionState } from '../words.ts';
import { storedOutcome } from './outcome/show-outcome.ts';
import { type Decision, optionsOf, pageOfDecisions } from './paper/find-decision.ts';
import { pictureFor } from './roll/draw-table.ts';

/** What of this room stands on a community's front page: votes that are open, what was decided, what opens next. */
export async function homeOfDecisions(context: Context, community: Community): Promise<Partial<Home>> {
  const decisions = await pageOfDecisions(context.db, community.id, { most: 30 });
  const inState = (state: DecisionState, most: number): Decision[] =>
    decisions
      .filter((decision) => stateOf(decision, context.now) === state)
      .sort((a, b) => orderIn(state, a, b))
      .slice(0, most);
  const lines = (state: DecisionState, most: number): HomeItem[] =>
    inState(state, most).map((decision) => itemOf(context, community, { decision, state }));
  const open = inState('open', 3);
  const mine = open.length > 0 ? await myBallots(context, community.id) : new Map<string, boolean>();
  const votes: { waits: boolean; item: HomeItem }[] = [];
  for (const decision of open) {
    const cast = mine.get(decision.id);
    const item = itemOf(context, community, { decision, state: 'open' });
    const inBox = cast ? [context.language.say('decisions.in-box.lies')] : [];
    const note = [item.note, ...inBox].join(' · ');
    votes.push({ waits: cast === false, item: { ...item, note, table: await tableFor(context, decision) } });
  }
  const counted = inState('counted', 3);
  const became = await Promise.all(counted.map((decision) => whatBecame(context, decision)));
  return {
    now: votes.filter(({ waits }) => waits).map(({ item }) => item),
    open: votes.filter(({ waits }) => !waits).map(({ item }) => item),
    decided: counted.map((decision, at) => ({
      ...itemOf(context, community, { decision, state: 'counted' }),
      note: became[at],
    })),
    next: lines('called', 2),
  };
}

const orderIn = (state: DecisionState, a: Decision, b: Decision): number =>
  state === 'counted' ? Number(b.countedAt) - Number(a.countedAt) : Number(a.closesAt) - Number(b.closesAt);

function itemOf(
  { language }: Context,
  { slug, timeZone }: Community,
  { decision, state }: { decision: Decision; state: DecisionState },
): HomeItem {
  const { number, question, locale, closesAt, opensAt } = decision;
  const note =
    state === 'open' && closesAt
      ? language.say('decisions.open-until', { moment: language.moment(closesAt, timeZone) })
      : state === 'called' && opensAt
        ? language.say('decisions.opens-at', { moment: language.moment(opensAt, timeZone) })
        : undefined;
  const path = state === 'counted' ? '/outcome' : '';
  return { href: `/c/${slug}/decisions/${number}${path}`, title: question, locale, note };
}

/** What was decided in one sentence, and what the one who must answer said to it. */
async function whatBecame(context: Context, decision: Decision): Promise<string> {
  const { language, db } = context;
  const { counted, facts } = await storedOutcome(context, decision);
  const options = await optionsOf(db, decision);
  const told = {
    method: decision.method,
    currency: decision.currency,
    byTables: facts.tables !== undefined,
    nameOf: namesByCode(language, options, decision.locale),
  };
  const answer = await db
    .selectFrom('decisions.answer')
    .select('verdict')
    .where('communityId', '=', decision.communityId)
    .where('decisionId', '=', decision.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const said =
    answer && `${language.say('decisions.answer.title')}: ${language.say(`decisions.verdict.${answer.verdict}`)}`;
  const mark = decision.imported ? language.say('decisions.imported-mark') : undefined;
  return [decidedSentence(language, counted, { told, facts }), said, mark].filter(Boolean).join(' · ');
}

async function tableFor(context: Context, decision: Decision): Promise<TablePicture | undefined> {
  const picture = await pictureFor(context, { communityId: decision.communityId, decisionId: decision.id });
  return picture ? tableOf(context.language, picture.groups) : chairsOf(context.language, decision.onRoll);
}

/** The open decisions on whose roll this reader stands, each with whether their ballot is in the box. */
async function myBallots(context: Context, communityId: string): Promise<Map<string, boolean>> {
  const personId = personOf(context.actor);
  if (!personId) return new Map();
  const rows = await context.db
    .selectFrom('decisions.openBox as box')
    .innerJoin('decisions.roll as r', (join) =>
      join.onRef('r.communityId', '=', 'box.communityId').onRef('r.decisionId', '=', 'box.decisionId'),
    )
    .leftJoin('decisions.ballot as b', (join) =>
      join
        .onRef('b.communityId', '=', 'box.communityId')
        .onRef('b.decisionId', '=', 'box.decisionId')
        .onRef('b.personId', '=', 'r.personId'),
    )
    .select(['box.decisionId', 'b.receipt'])
    .where('box.communityId', '=', communityId)
    .where('r.personId', '=', personId)
    .execute();
  return new Map(rows.map(({ decisionId, receipt }) => [decisionId, receipt !== null]));
}
