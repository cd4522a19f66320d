import { hasRole, personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { renderMarkdown } from '#platform/markdown.ts';
import { abilities } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { charterOf, findCommunity, organisationById } from '#rooms/communities/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { type DecisionAbility, onDecision } from '../permissions.ts';
import { stateOf } from '../rules.ts';
import type { DecisionState, Mark, Result } from '../words.ts';
import { extensionOf, type InclusionPage, inclusionOf, type ShownExtension } from './inclusion/queries.ts';
import {
  type Decision,
  type DecisionOption,
  findByNumber,
  isOnRoll,
  optionsOf,
  pageOfDecisions,
} from './paper/find-decision.ts';
import { tableOf, tablesOfPaper } from './paper/seating.ts';
import { pictureFor, type TableGroup } from './roll/draw-table.ts';

/** A community as the pages of this room need it. */
export type Place = Pick<Community, 'id' | 'slug' | 'name' | 'englishName' | 'locale' | 'timeZone'>;

const placeOf = ({ id, slug, name, englishName, locale, timeZone }: Community): Place => ({
  id,
  slug,
  name,
  englishName,
  locale,
  timeZone,
});

/** Whether this reader may know of a decision: a draft is the members', the rest is everyone's. */
const mayKnow = (context: Context, decision: Decision): boolean =>
  decision.calledAt !== null ||
  decision.imported ||
  decision.openedAt !== null ||
  isMember(context, decision.communityId);

const isMember = (context: Context, communityId: string): boolean =>
  context.actor.kind === 'system' || hasRole(context.actor, communityId, 'member', 'facilitator', 'steward');

/** The community and the decision under an address. Throws `not-found` also for a draft that is not for this reader. */
export async function locate(
  context: Context,
  { slug, number }: { slug: string; number: number },
): Promise<{ place: Place; decision: Decision; state: DecisionState }> {
  const community = await findCommunity(context.db, slug);
  if (!Number.isSafeInteger(number) || number < 1 || number > 2_147_483_647) throw notFound();
  const decision = await findByNumber(context.db, community.id, number);
  if (!mayKnow(context, decision)) throw notFound();
  return { place: placeOf(community), decision, state: stateOf(decision, context.now) };
}

/** One line of the list. */
export interface ListedDecision {
  readonly number: number;
  readonly question: string;
  readonly locale: string;
  readonly state: DecisionState;
  readonly method: Decision['method'];
  readonly secrecy: Decision['secrecy'];
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly imported: boolean;
  readonly result: Result | null;
}

/** Fifty decisions, the newest first; what waits for a ballot stands apart, the nearest closing first. */
export async function listDecisions(
  context: Context,
  { slug, before }: { slug: string; before?: number },
): Promise<{ place: Place; open: ListedDecision[]; rest: ListedDecision[]; next: number | null; mayDraft: boolean }> {
  const community = await findCommunity(context.db, slug);
  const page = await pageOfDecisions(context.db, community.id, { before, most: 51 });
  const results = await resultsOf(context, community.id, page);
  const lines = page
    .slice(0, 50)
    .filter((decision) => mayKnow(context, decision))
    .map(
      (decision): ListedDecision => ({
        ...pick(decision),
        state: stateOf(decision, context.now),
        result: results.get(decision.id) ?? null,
      }),
    );
  const { rules } = await charterOf(context.db, community.id);
  return {
    place: placeOf(community),
    open: lines.filter(({ state }) => state === 'open').sort((a, b) => Number(a.closesAt) - Number(b.closesAt)),
    rest: lines.filter(({ state }) => state !== 'open'),
    next: page.length > 50 ? (page[49]?.number ?? null) : null,
    mayDraft: onDecision.draft.holds(context.actor, {
      communityId: community.id,
      mayDraft: rules.choices.openDecision,
    }),
  };
}

const pick = ({ number, question, locale, method, secrecy, opensAt, closesAt, imported }: Decision) => ({
  number,
  question,
  locale,
  method,
  secrecy,
  opensAt,
  closesAt,
  imported,
});

async function resultsOf(
  context: Context,
  communityId: string,
  page: readonly Decision[],
): Promise<Map<string, Result>> {
  const counted = page.filter(({ countedAt }) => countedAt).map(({ id }) => id);
  if (counted.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('decisions.outcome')
    .select((eb) => [
      'decisionId',
      eb
        .ref('facts', '->>')
        .key('result' as never)
        .as('result'),
    ])
    .where('communityId', '=', communityId)
    .where('decisionId', 'in', counted)
    .where('version', '=', 1)
    .execute();
  return new Map(rows.map(({ decisionId, result }) => [decisionId, result as unknown as Result]));
}

/** These decisions as lines of a list, the newest first; without those that this reader may not know of. */
export async function linesOfDecisions(
  context: Context,
  communityId: string,
  numbers: readonly number[],
): Promise<ListedDecision[]> {
  const found = await Promise.all(numbers.map((number) => findByNumber(context.db, communityId, number)));
  const results = await resultsOf(context, communityId, found);
  return found
    .filter((decision) => mayKnow(context, decision))
    .sort((a, b) => b.number - a.number)
    .map((decision) => ({
      ...pick(decision),
      state: stateOf(decision, context.now),
      result: results.get(decision.id) ?? null,
    }));
}

/** Everything the page of one decision shows. */
export interface DecisionPage {
  readonly place: Place;
  readonly decision: Decision;
  readonly state: DecisionState;
  readonly options: readonly DecisionOption[];
  /** The paper as safe HTML; empty when nothing was written. */
  readonly html: string;
  readonly member: boolean;
  readonly needIds: readonly string[];
  readonly tellers: readonly string[];
  readonly interestOf: string | null;
  /** Where every table weighs the same: those that vote and those that do not. */
  readonly tables: { readonly voting: readonly string[]; readonly without: readonly string[] };
  readonly onRoll: boolean;
  readonly mine: { readonly marks: readonly Mark[]; readonly reason: string; readonly receipt: string } | null;
  readonly picture: {
    readonly drawnOn: string;
    readonly tookPart: number;
    readonly groups: readonly TableGroup[];
  } | null;
  readonly extension: ShownExtension | null;
  readonly inclusion: InclusionPage;
  /** The working table this voter votes from, where tables weigh the same. */
  readonly myTable: string | null;
  readonly abilities: Record<DecisionAbility, boolean>;
}

/** One decision as this reader may see it: nobody's ballot but one's own, and of who took part only the table as last drawn. */
export async function showDecision(context: Context, at: { slug: string; number: number }): Promise<DecisionPage> {
  const { place, decision, state } = await locate(context, at);
  const { communityId, id: decisionId } = decision;
  const personId = personOf(context.actor);
  const [options, needIds, tellers, onRoll, picture, extension, interest, tables] = await Promise.all([
    optionsOf(context.db, decision),
    needsOf(context, decision),
    tellersOf(context, decision),
    isOnRoll(context.db, { communityId, decisionId, personId }),
    pictureFor(context, { communityId, decisionId }),
    extensionOf(context.db, decision),
    decision.interestOrganisationId ? organisationById(context.db, decision.interestOrganisationId) : undefined,
    decision.weight === 'table' ? tablesOfPaper(context.db, decision) : { voting: [], without: [] },
  ]);
  const mine = state === 'open' && personId ? await ownBallot(context, decision, personId) : null;
  return {
    place,
    decision,
    state,
    options,
    html: decision.paper === '' ? '' : renderMarkdown(decision.paper),
    member: hasRole(context.actor, communityId, 'member'),
    needIds,
    tellers,
    interestOf: interest?.name ?? null,
    tables,
    onRoll,
    mine,
    inclusion: await inclusionOf(context, decision, mine ? personId : undefined),
    myTable: personId && decision.weight === 'table' ? await tableOf(context.db, decision, personId) : null,
    picture: (state === 'open' || state === 'closing') && picture ? picture : null,
    extension,
    abilities: abilities(onDecision, context.actor, { communityId, draftedBy: decision.draftedBy, seated: onRoll }),
  };
}

/** Marks can be seen only by whom they are of, and only while the box is open (harm.md 1). */
async function ownBallot(
  context: Context,
  { communityId, id }: Decision,
  personId: string,
): Promise<DecisionPage['mine']> {
  const row = await context.db
    .selectFrom('decisions.ballot')
    .select(['marks', 'reason', 'receipt'])
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}

/** The needs a decision came from. */
export async function needsOf(context: Context, { communityId, id }: Decision): Promise<string[]> {
  const rows = await context.db
    .selectFrom('decisions.decisionNeed')
    .select('needId')
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .execute();
  return rows.map(({ needId }) => needId);
}

async function tellersOf(context: Context, { communityId, id }: Decision): Promise<string[]> {
  const rows = await context.db
    .selectFrom('decisions.teller')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .orderBy('side')
    .execute();
  const names = await personNames(
    context.db,
    rows.map(({ personId }) => personId),
  );
  return rows.map(({ personId }) => names.get(personId)?.name ?? '');
}

/** Whether this reader may write a paper here, by the charter. */
export async function mayWritePapers(context: Context, communityId: string): Promise<boolean> {
  const { rules } = await charterOf(context.db, communityId);
  return onDecision.draft.holds(context.actor, { communityId, mayDraft: rules.choices.openDecision });
}
