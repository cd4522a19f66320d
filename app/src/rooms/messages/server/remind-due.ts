import { system } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import type { Tick } from '#platform/room.ts';
import { runParsed } from '#platform/run-action.ts';
import { notify } from './notify.ts';
import { claimReminder } from './store.ts';

const AT_ONCE = 200;
/** "Tomorrow" said two days later is wrong: after a day it is not said at all. */
const TOO_LATE_MS = 86_400_000;

/** Turns reminders that fell due into notices, each once. */
export const remindDue: Tick = {
  name: 'messages.remind-due',
  async run(house: House) {
    const due = await house.database.db
      .selectFrom('messages.reminder')
      .selectAll()
      .where('remindedAt', 'is', null)
      .where('calledOffAt', 'is', null)
      .where('dueAt', '<=', house.now())
      .orderBy('dueAt')
      .limit(AT_ONCE)
      .execute();
    for (const reminder of due)
      await runParsed(
        house,
        { actor: system('messages.remind-due'), language: house.languages.source },
        {
          name: 'messages.remind-due',
          run: async (context) => {
            const late = context.now.getTime() - reminder.dueAt.getTime() > TOO_LATE_MS;
            if (!(await claimReminder(context, reminder, late ? 'calledOffAt' : 'remindedAt')) || late) return;
            const { communityId, ...notice } = reminder;
            await notify(context, [reminder.personId], {
              ...notice,
              communityId: communityId ?? undefined,
              mail: 'soon',
            });
          },
        },
      );
  },
};
