import { system } from '#platform/actor.ts';
import type { Tick } from '#platform/room.ts';
import { runParsed } from '#platform/run-action.ts';
import { saveUnfold } from './folds-store.ts';

/** What one folded and nobody seconded within 72 hours stands again. */
export const unfoldUnseconded: Tick = {
  name: 'gatherings.unfold-unseconded',
  async run(house) {
    const due = await house.database.db
      .selectFrom('gatherings.lineFold')
      .select(['communityId', 'gatheringId', 'id'])
      .where('unfoldedAt', 'is', null)
      .where('secondedAt', 'is', null)
      .where('needsSecondBy', '<=', house.now())
      .limit(100)
      .execute();
    const name = 'gatherings.unfold-unseconded';
    for (const { communityId, gatheringId, id } of due)
      await runParsed(
        house,
        { actor: system(name), language: house.languages.source },
        {
          name,
          run: async (context) => {
            if (await saveUnfold(context, { communityId, id }, { unfoldedBy: null, how: 'no-second' }))
              context.announce({ kind: 'gatherings.line-unfolded', communityId, gatheringId, foldId: id });
          },
        },
      );
  },
};
