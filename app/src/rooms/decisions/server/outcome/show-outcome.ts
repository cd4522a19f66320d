import type { Outcome } from '@sofra/counting';
import type { Context } from '#platform/context.ts';
import { abilities, authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { organisationById } from '#rooms/communities/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { type DecisionAbility, onDecision } from '../../permissions.ts';
import { publishesBallots } from '../../rules.ts';
import type { Verdict } from '../../words.ts';
import { outreachOf, type ShownOutreach } from '../inclusion/queries.ts';
import { type Decision, type DecisionOption, optionsOf } from '../paper/find-decision.ts';
import { locate, type Place } from '../queries.ts';
import type { OutcomeFacts } from './count-decision.ts';
import { recountCommand, recountName } from './recount-command.ts';

/** What the one who must answer said. */
export interface ShownAnswer {
  readonly verdict: Verdict;
  readonly words: string;
  readonly answeredAt: Date;
  readonly by: string;
  readonly actingFor: string | null;
}

/** Everything the page of an outcome shows; none of it is read from ballots. */
export interface OutcomePage {
  readonly place: Place;
  readonly decision: Decision;
  readonly options: readonly DecisionOption[];
  readonly counted: Outcome;
  readonly facts: OutcomeFacts;
  readonly answers: readonly ShownAnswer[];
  /** Whether the recount file holds single ballots, so that anyone can count again. */
  readonly repeatable: boolean;
  /** The command that counts the file again; absent where the file holds sums only. */
  readonly recount: string | null;
  readonly importedFrom: string | null;
  /** How groups were invited while the vote went on. */
  readonly outreach: readonly ShownOutreach[];
  readonly abilities: Record<DecisionAbility, boolean>;
}

/** The outcome of a decision. Throws `no-outcome-yet` until it is counted. */
export async function showOutcome(context: Context, at: { slug: string; number: number }): Promise<OutcomePage> {
  const { place, decision, state } = await locate(context, at);
  if (state !== 'counted') throw new Refusal('decisions.no-outcome-yet', { kind: 'not-found' });
  const [options, stored, answers, importedFrom, outreach] = await Promise.all([
    optionsOf(context.db, decision),
    storedOutcome(context, decision),
    answersTo(context, decision),
    decision.imported ? fileOf(context, decision) : null,
    decision.extendedAt ? outreachOf(context.db, decision) : [],
  ]);
  const repeatable = decision.imported || publishesBallots(decision);
  return {
    place,
    decision,
    options,
    ...stored,
    answers,
    repeatable,
    recount: repeatable ? recountCommand(decision, recountName(place.slug, decision)) : null,
    importedFrom,
    outreach,
    abilities: abilities(onDecision, context.actor, {
      communityId: decision.communityId,
      draftedBy: decision.draftedBy,
    }),
  };
}

/** The outcome as it was computed at closing. */
export async function storedOutcome(
  context: Context,
  { communityId, id }: Decision,
): Promise<{ counted: Outcome; facts: OutcomeFacts }> {
  const row = await context.db
    .selectFrom('decisions.outcome')
    .select(['counted', 'facts'])
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { counted: row.counted as Outcome, facts: row.facts as OutcomeFacts };
}

async function answersTo(context: Context, { communityId, id }: Decision): Promise<ShownAnswer[]> {
  const rows = await context.db
    .selectFrom('decisions.answer')
    .select(['verdict', 'words', 'answeredAt', 'answeredBy', 'actingForId'])
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .orderBy('id')
    .limit(50)
    .execute();
  const names = await personNames(
    context.db,
    rows.map(({ answeredBy }) => answeredBy),
  );
  return Promise.all(
    rows.map(async ({ verdict, words, answeredAt, answeredBy, actingForId }) => ({
      verdict: verdict as Verdict,
      words,
      answeredAt,
      by: names.get(answeredBy)?.name ?? '',
      actingFor: actingForId ? ((await organisationById(context.db, actingForId))?.name ?? null) : null,
    })),
  );
}

async function fileOf(context: Context, { communityId, id }: Decision): Promise<string> {
  const { fileName } = await context.db
    .selectFrom('decisions.import')
    .select('fileName')
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return fileName;
}

/** The codes of every ballot that lay in the box, as columns of a sheet to look one's own up in. */
export async function showReceipts(
  context: Context,
  at: { slug: string; number: number },
  after?: string,
): Promise<{ place: Place; decision: Decision; codes: string[]; next: string | null }> {
  const { place, decision } = await locate(context, at);
  if (!decision.closedAt) throw new Refusal('decisions.no-outcome-yet', { kind: 'not-found' });
  let query = context.db
    .selectFrom('decisions.receipt')
    .select('code')
    .where('communityId', '=', decision.communityId)
    .where('decisionId', '=', decision.id)
    .orderBy('code')
    .limit(501);
  if (after) query = query.where('code', '>', after);
  const codes = (await query.execute()).map(({ code }) => code);
  return { place, decision, codes: codes.slice(0, 500), next: codes.length > 500 ? (codes[499] ?? null) : null };
}

/** Who marked what in a named decision, after closing, for members. */
export async function showNamedBallots(
  context: Context,
  at: { slug: string; number: number },
  after?: string,
): Promise<{
  place: Place;
  decision: Decision;
  options: DecisionOption[];
  ballots: { name: string; marks: readonly { option: number; value: number }[]; reason: string }[];
  next: string | null;
}> {
  const { place, decision } = await locate(context, at);
  const { communityId, id } = decision;
  if (decision.secrecy !== 'named' || !decision.closedAt)
    throw new Refusal('decisions.no-names', { kind: 'not-found' });
  authorize(onDecision.seeRoll, context.actor, { communityId });
  let query = context.db
    .selectFrom('decisions.namedBallot')
    .select(['personId', 'marks', 'reason'])
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .orderBy('personId')
    .limit(51);
  if (after) query = query.where('personId', '>', after);
  const rows = await query.execute();
  const names = await personNames(
    context.db,
    rows.map(({ personId }) => personId),
  );
  return {
    place,
    decision,
    options: await optionsOf(context.db, decision),
    ballots: rows
      .slice(0, 50)
      .map(({ personId, marks, reason }) => ({ name: names.get(personId)?.name ?? '', marks, reason })),
    next: rows.length > 50 ? (rows[49]?.personId ?? null) : null,
  };
}
