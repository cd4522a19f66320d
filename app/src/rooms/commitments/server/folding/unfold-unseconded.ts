import { system } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import type { Tick } from '#platform/room.ts';
import { runParsed } from '#platform/run-action.ts';
import { saveUnfold } from './store.ts';
import { showText } from './text-of.ts';

const NAME = 'commitments.unfold-unseconded';

/** What one facilitator folded and nobody seconded within 72 hours stands again. */
export const unfoldUnseconded: Tick = {
  name: NAME,
  async run(house: House) {
    const due = await house.database.db
      .selectFrom('commitments.fold')
      .select(['communityId', 'id', 'commitmentId', 'answerId', 'ownWordId', 'agreementId'])
      .where('unfoldedAt', 'is', null)
      .where('secondedAt', 'is', null)
      .where('needsSecondBy', '<=', house.now())
      .limit(100)
      .execute();
    const asking = { actor: system(NAME), language: house.languages.source };
    for (const fold of due)
      await runParsed(house, asking, {
        name: NAME,
        run: async (context) => {
          const kept = await saveUnfold(context, fold, { by: null, how: 'no-second' });
          if (!kept) return;
          await showText(context, fold, kept);
          const { communityId, id: foldId } = fold;
          context.announce({ kind: 'commitments.words-unfolded', communityId, foldId });
        },
      });
  },
};
