import { system } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import { monthsBefore } from '#platform/jobs/forget-old.ts';
import type { Tick } from '#platform/room.ts';
import { runParsed } from '#platform/run-action.ts';
import { monthsKept } from '#rooms/communities/server/index.ts';
import { removeAnsweredBefore } from './store.ts';

const NAME = 'needs.forget-answered';

/** What was told through the private door goes with its answers when the months of the charter are over, counted from the last answer. */
export const forgetAnswered: Tick = {
  name: NAME,
  async run(house: House) {
    const asking = { actor: system(NAME), language: house.languages.source };
    const kept = await monthsKept(house.database.db);
    await runParsed(house, asking, {
      name: NAME,
      run: async (context) => {
        for (const { communityId, months } of kept)
          await removeAnsweredBefore(context, { communityId, before: monthsBefore(context.now, months) });
      },
    });
  },
};
