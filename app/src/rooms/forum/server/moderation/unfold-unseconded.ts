import { system } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import type { Tick } from '#platform/room.ts';
import { runParsed } from '#platform/run-action.ts';
import { findablePost } from '../findable-post.ts';
import { saveUnfold } from './store.ts';

/** What one facilitator folded and nobody seconded within 72 hours stands again. */
export const unfoldUnseconded: Tick = {
  name: 'forum.unfold-unseconded',
  async run(house: House) {
    const due = await house.database.db
      .selectFrom('forum.fold')
      .select(['communityId', 'id', 'postId'])
      .where('unfoldedAt', 'is', null)
      .where('secondedAt', 'is', null)
      .where('needsSecondBy', '<=', house.now())
      .limit(100)
      .execute();
    for (const fold of due)
      await runParsed(
        house,
        { actor: system('forum.unfold-unseconded'), language: house.languages.source },
        {
          name: 'forum.unfold-unseconded',
          run: async (context) => {
            if (!(await saveUnfold(context, fold, { by: null, how: 'no-second' }))) return;
            await findablePost(context, fold);
            context.announce({ kind: 'forum.post-unfolded', communityId: fold.communityId, foldId: fold.id });
          },
        },
      );
  },
};
