import { readEnv } from '#env';
import { pendingMigrations } from '#platform/database/migrate.ts';
import { missingParts } from '../front/health.ts';
import { describeStreets, openStreets } from '../front/streets/streets.ts';
import type { Command } from './command.ts';

/** `sofra doctor`: what is set up, what is not, and what waits too long. Exit code 1 when something needs a hand. */
export const doctor: Command = {
  name: 'doctor',
  options: {},
  async run(house, typed, terminal) {
    const { language } = terminal;
    const { db, kind } = house.database;
    const waiting = await db
      .selectFrom('platform.announcement')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('announcedAt').as('oldest')])
      .where('heardAt', 'is', null)
      .executeTakeFirstOrThrow();
    const late = waiting.oldest !== null && house.now().getTime() - new Date(waiting.oldest).getTime() > 600_000;
    const pending = await pendingMigrations(db);
    const env = readEnv(process.env);
    const missing = missingParts(env).map((key) => language.say(key));
    const streets = await openStreets(env).look();
    const map = describeStreets(streets, language);
    const sick = late || pending.length > 0 || (streets !== undefined && 'flaw' in streets);
    if (typed.options.json) {
      terminal.out(
        JSON.stringify({
          database: kind,
          demo: house.settings.demo,
          pending,
          waiting: waiting.count,
          late,
          missing,
          map,
        }),
      );
      return sick ? 1 : 0;
    }
    terminal.out(language.say('commands.doctor.database', { kind }));
    terminal.out(language.say('commands.doctor.announcements', { count: waiting.count }));
    if (late) terminal.out(language.say('commands.doctor.late'));
    terminal.out(map);
    for (const sentence of missing) terminal.out(`· ${sentence}`);
    terminal.out(language.say(sick ? 'commands.doctor.sick' : 'commands.doctor.well'));
    return sick ? 1 : 0;
  },
};
