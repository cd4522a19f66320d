import type { Context } from '#platform/context.ts';
import type { Community } from '#rooms/communities/index.ts';
import { peopleWithRole } from '#rooms/communities/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import type { FoundFold } from './find-fold.ts';
import type { FoundThing } from './find-thing.ts';
import { saveReportsAnswered } from './store.ts';

/** Who sits at the desk, and with them who leads where the thing was said. */
export const deciders = async (context: Context, { communityId, leaders = [] }: FoundThing['thing']) => [
  ...(await desk(context, communityId)),
  ...leaders,
];

export const desk = (context: Context, communityId: string): Promise<string[]> =>
  peopleWithRole(context.db, communityId, 'facilitator', 'steward');

/** Answers the reports that wait on a thing: whoever made one learns what became of it, and nobody else that they did. */
export async function tellReporters(
  context: Context,
  { community, thing, kind }: FoundThing,
  decided: { readonly by: string; readonly outcome: 'folded' | 'stands' },
): Promise<void> {
  const key = { communityId: community.id, kind: kind.kind, subjectId: thing.id };
  await notify(context, await saveReportsAnswered(context, key, decided), {
    communityId: community.id,
    kind: decided.outcome === 'folded' ? 'moderation.report-folded' : 'moderation.report-stands',
    // Who reported it reads no more of it than everybody may.
    facts: { kind: kind.kind, title: thing.called },
    href: `/c/${community.slug}/${thing.page}`,
    about: thing.id,
  });
}

/** Tells people of a fold; its page is where the notice leads. */
export const tellOfFold = (
  context: Context,
  { community, fold }: { readonly community: Community; readonly fold: Pick<FoundFold, 'id' | 'title' | 'kind'> },
  { kind, to }: { readonly kind: string; readonly to: readonly string[] },
): Promise<void> =>
  notify(context, to, {
    communityId: community.id,
    kind,
    facts: { kind: fold.kind.kind, title: fold.title },
    href: `/c/${community.slug}/folds/${fold.id}`,
    about: fold.id,
    mail: 'soon',
  });
