import { pendingMigrations } from '#platform/database/migrate.ts';
import type { Command } from './command.ts';

/** `sofra migrate`: opening the house has migrated it; this says where it stands. */
export const migrateCommand: Command = {
  name: 'migrate',
  options: {},
  async run(house, typed, terminal) {
    const pending = await pendingMigrations(house.database.db);
    if (typed.options.json) terminal.out(JSON.stringify({ pending }));
    else terminal.out(terminal.language.say('commands.migrate.done'));
    return pending.length === 0 ? 0 : 1;
  },
};
