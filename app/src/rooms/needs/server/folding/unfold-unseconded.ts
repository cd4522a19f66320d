import { system } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import type { Tick } from '#platform/room.ts';
import { runParsed } from '#platform/run-action.ts';
import { saveUnfold } from './store.ts';

/** What one facilitator folded and nobody seconded within 72 hours reads as it did. */
export const unfoldUnseconded: Tick = {
  name: 'needs.unfold-unseconded',
  async run(house: House) {
    const due = await house.database.db
      .selectFrom('needs.fold')
      .select(['communityId', 'id', 'needId'])
      .where('unfoldedAt', 'is', null)
      .where('secondedAt', 'is', null)
      .where('needsSecondBy', '<=', house.now())
      .limit(100)
      .execute();
    const asking = { actor: system('needs.unfold-unseconded'), language: house.languages.source };
    for (const fold of due)
      await runParsed(house, asking, {
        name: 'needs.unfold-unseconded',
        run: async (context) => {
          if (!(await saveUnfold(context, fold, { by: null, how: 'no-second' }))) return;
          context.announce({ kind: 'needs.need-unfolded', communityId: fold.communityId, needId: fold.needId });
        },
      });
  },
};
