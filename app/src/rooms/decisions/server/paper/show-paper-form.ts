import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { charterOf, findCommunity, organisationsOf, peopleWithRole } from '#rooms/communities/server/index.ts';
import { needsById, openNeeds } from '#rooms/needs/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onDecision } from '../../permissions.ts';
import { mayBeRevised } from '../../rules.ts';
import { locate, needsOf, type Place } from '../queries.ts';
import { type Decision, type DecisionOption, optionsOf } from './find-decision.ts';
import type { NamedNeed } from './of-needs.ts';

/** What the form of a paper offers to choose from. */
export interface PaperForm {
  readonly place: Place;
  readonly locales: readonly string[];
  readonly tellers: readonly { readonly id: string; readonly name: string }[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  /** Open needs that it may come from, and those it stands on already. */
  readonly openNeeds: readonly NamedNeed[];
  /** Needs that the paper stands on already. */
  readonly needIds: readonly string[];
  /** The paper as it stands, when it is changed. */
  readonly paper: {
    readonly decision: Decision;
    readonly options: readonly DecisionOption[];
    readonly tellerIds: readonly string[];
  } | null;
}

/** The form for a new paper. Throws when this reader may write none here. */
export async function showNewPaper(context: Context, slug: string): Promise<PaperForm> {
  const community = await findCommunity(context.db, slug);
  const { rules } = await charterOf(context.db, community.id);
  authorize(onDecision.draft, context.actor, { communityId: community.id, mayDraft: rules.choices.openDecision });
  return {
    place: community,
    ...(await choicesFor(context, community.id)),
    locales: rules.languages,
    openNeeds: await openNeeds(context, community.id),
    needIds: [],
    paper: null,
  };
}

/** The form to change a paper before it opens. */
export async function showPaper(context: Context, at: { slug: string; number: number }): Promise<PaperForm> {
  const { place, decision } = await locate(context, at);
  authorize(onDecision.revise, context.actor, { communityId: place.id, draftedBy: decision.draftedBy });
  insist(mayBeRevised(decision, context.now));
  const { rules } = await charterOf(context.db, place.id);
  const tellers = await context.db
    .selectFrom('decisions.teller')
    .select('personId')
    .where('communityId', '=', place.id)
    .where('decisionId', '=', decision.id)
    .orderBy('side')
    .execute();
  const needIds = await needsOf(context, decision);
  const paper = {
    decision,
    options: await optionsOf(context.db, decision),
    tellerIds: tellers.map(({ personId }) => personId),
  };
  return {
    place,
    ...(await choicesFor(context, place.id)),
    locales: [...new Set([decision.locale, ...rules.languages])],
    openNeeds: await withOwn(context, place.id, needIds),
    needIds,
    paper,
  };
}

/** Open needs, with those before them that are a paper's own and open no more. */
async function withOwn(context: Context, communityId: string, ids: readonly string[]): Promise<NamedNeed[]> {
  const open = await openNeeds(context, communityId);
  const own = await needsById(context, communityId, ids);
  return [...own.filter(({ id }) => !open.some((need) => need.id === id)), ...open];
}

async function choicesFor(
  context: Context,
  communityId: string,
): Promise<Pick<PaperForm, 'tellers' | 'organisations'>> {
  const [tellers, organisations] = await Promise.all([
    peopleWithRole(context.db, communityId, 'teller'),
    organisationsOf(context.db, communityId),
  ]);
  const names = await personNames(context.db, tellers);
  return {
    tellers: tellers.map((id) => ({ id, name: names.get(id)?.name ?? '' })),
    organisations: organisations.map(({ id, name }) => ({ id, name })),
  };
}
