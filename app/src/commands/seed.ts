import { seedTown } from '../../db/seed.ts';
import type { Command } from './command.ts';

/** `sofra seed`: fills the demo town where nobody lives yet; refused in a real house and in a filled one. */
export const seed: Command = {
  name: 'seed',
  options: {},
  async run(house, typed, terminal) {
    const filled = await seedTown(house);
    if (typed.options.json) terminal.out(JSON.stringify({ filled }));
    else terminal.out(terminal.language.say(filled ? 'commands.seed.done' : 'commands.seed.nothing'));
    return filled ? 0 : 1;
  },
};
