import type { Context } from '#platform/context.ts';
import type { Listener } from '#platform/listeners.ts';
import { communityById } from '#rooms/communities/server/index.ts';
import type { NeedState } from '#rooms/needs/index.ts';
import { moveNeed, needsById } from '#rooms/needs/server/index.ts';
import { stateOf } from '../../rules.ts';
import type { DecisionState, Result } from '../../words.ts';
import { mayWritePapers, needsOf } from '../queries.ts';
import { type Decision, decisionsAbout, findDecision } from './find-decision.ts';

/** A need as the page of a decision names it. */
export interface NamedNeed {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly locale: string;
}

/** The public needs behind a paper, by its ids. */
export const namedNeeds = (context: Context, communityId: string, ids: readonly string[]): Promise<NamedNeed[]> =>
  needsById(context, communityId, ids);

/** What the page of a need shows of this room: decisions that came from it, and whether this reader may write one. */
export async function decisionsOfNeed(
  context: Context,
  { communityId, needId }: { readonly communityId: string; readonly needId: string },
): Promise<{ list: { number: number; question: string; locale: string; state: DecisionState }[]; mayDraft: boolean }> {
  const found = await decisionsAbout(context.db, communityId, needId);
  const list = found
    // A draft is the members', also after it was taken back.
    .filter(({ calledAt, openedAt, imported }) => calledAt !== null || openedAt !== null || imported)
    .map((decision) => ({ ...pick(decision), state: stateOf(decision, context.now) }));
  return { list, mayDraft: await mayWritePapers(context, communityId) };
}

const pick = ({ number, question, locale }: Decision) => ({ number, question, locale });

/** What is heard late must not overwrite what became of a need meanwhile. */
async function changedSince(
  context: Context,
  { communityId, needId }: { readonly communityId: string; readonly needId: string },
  moment: Date,
): Promise<boolean> {
  const later = await context.db
    .selectFrom('needs.stateChange')
    .select('id')
    .where('communityId', '=', communityId)
    .where('needId', '=', needId)
    .where('changedAt', '>', moment)
    .limit(1)
    .executeTakeFirst();
  return later !== undefined;
}

/**
 * When a decision opens, the needs behind it are in decision; when it is counted, they are decided, or still needed where too
 * few took part to say.
 */
export const moveNeeds: readonly Listener[] = [
  follow('decisions.decision-opened', () => 'in-decision'),
  follow('decisions.decision-counted', (result) => (UNDECIDED.has(result) ? 'still-needed' : 'decided')),
];

const UNDECIDED: ReadonlySet<unknown> = new Set<Result>(['no-quorum', 'nothing-marked']);

function follow(hears: string, becomes: (result: unknown) => NeedState): Listener {
  return {
    name: `decisions.move-needs-on-${hears}`,
    hears,
    async hear(context, { communityId, decisionId, result }, announcedAt = context.now) {
      if (typeof communityId !== 'string' || typeof decisionId !== 'string') return;
      const decision = await findDecision(context.db, communityId, decisionId);
      const needs = await needsById(context, communityId, await needsOf(context, decision));
      const { slug } = await communityById(context.db, communityId);
      const state = becomes(result);
      for (const need of needs)
        if (need.state !== state && !(await changedSince(context, { communityId, needId: need.id }, announcedAt)))
          await moveNeed(context, { ...need, communityId, slug }, { state, words: decision.question });
    },
  };
}
