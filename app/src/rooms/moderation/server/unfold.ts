import { system } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { releaseFiles } from '#platform/files/withhold.ts';
import type { House } from '#platform/house.ts';
import type { Tick } from '#platform/room.ts';
import { runParsed } from '#platform/run-action.ts';
import type { FoundFold } from './find-fold.ts';
import { kindCalled } from './foldable.ts';
import { saveUnfold } from './store.ts';

/** Ends a fold and puts the thing back into sight; false when it had ended already. */
export async function unfoldFound(
  context: Context,
  {
    communityId,
    id,
    thing,
    kind,
  }: Pick<FoundFold, 'communityId' | 'id' | 'kind'> & {
    readonly thing: Pick<FoundFold['thing'], 'id' | 'facts'>;
  },
  how: { readonly by: string | null; readonly how: 'no-second' | 'appeal' | 'withdrawn' },
): Promise<boolean> {
  const held = await saveUnfold(context, { communityId, id }, how);
  if (!held) return false;
  await releaseFiles(context, communityId, id);
  await kind.show(context, { communityId, id: thing.id }, held.kept?.back);
  context.announce({ ...thing.facts, kind: 'moderation.thing-unfolded', communityId, foldId: id, thingId: thing.id });
  return true;
}

const NAME = 'moderation.unfold-unseconded';

/** What one folded and nobody seconded within 72 hours stands again. */
export const unfoldUnseconded: Tick = {
  name: NAME,
  async run(house: House) {
    const due = await house.database.db
      .selectFrom('moderation.fold')
      .select(['communityId', 'id', 'kind', 'subjectId'])
      .where('unfoldedAt', 'is', null)
      .where('secondedAt', 'is', null)
      .where('needsSecondBy', '<=', house.now())
      .limit(100)
      .execute();
    const asking = { actor: system(NAME), language: house.languages.source };
    for (const { communityId, id, kind: about, subjectId } of due)
      await runParsed(house, asking, {
        name: NAME,
        run: async (context) => {
          const kind = kindCalled(about);
          const [thing] = await kind.find(context, communityId, [subjectId]);
          const fold = { communityId, id, kind, thing: thing ?? { id: subjectId } };
          await unfoldFound(context, fold, { by: null, how: 'no-second' });
        },
      });
  },
};
