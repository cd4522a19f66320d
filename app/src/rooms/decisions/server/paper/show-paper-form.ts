import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { dayIn, momentIn } from '#platform/time-zone.ts';
import { charterOf, findCommunity, organisationsOf, peopleWithRole } from '#rooms/communities/server/index.ts';
import { needsById, openNeeds } from '#rooms/needs/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import type { PaperInclusion } from '../../inclusion-words.ts';
import { onDecision } from '../../permissions.ts';
import { mayBeRevised } from '../../rules.ts';
import { paperGroupsOf } from '../inclusion/find-rules.ts';
import { paperInclusion } from '../inclusion/paper-inclusion.ts';
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
  /** Groups the charter already names, groups a paper may add, and subjects that touch a group. */
  readonly inclusion: PaperInclusion;
  /** Times for a new paper: from tomorrow morning, for a week, until people are home. */
  readonly suggested: { readonly opensAt: Date; readonly closesAt: Date };
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
    inclusion: await paperInclusion(context, community.id, []),
    suggested: suggestedTimes(context, community.timeZone),
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
    inclusion: await paperInclusion(context, place.id, await paperGroupsOf(context.db, decision)),
    suggested: suggestedTimes(context, place.timeZone),
    paper,
  };
}

function suggestedTimes(context: Context, timeZone: string): PaperForm['suggested'] {
  const at = (days: number, minute: string) => {
    const day = dayIn(timeZone, new Date(context.now.getTime() + days * 86_400_000));
    return momentIn(timeZone, `${day}T${minute}`) ?? context.now;
  };
  return { opensAt: at(1, '08:00'), closesAt: at(8, '20:00') };
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
