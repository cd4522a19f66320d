import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, TypedWrong } from './command.ts';
import { event } from './import/event.ts';
import type { Importing } from './import/importing.ts';
import { invitations } from './import/invitations.ts';
import { needs } from './import/needs.ts';
import { pabulib } from './import/pabulib.ts';
import { polis } from './import/polis.ts';

const kinds: Readonly<Record<string, Importing>> = { pabulib, polis, invitations, needs, event };

/** `sofra import KIND FILE --community SLUG`: brings something in from elsewhere, all or nothing. */
export const importCommand: Command = {
  name: 'import',
  options: {
    community: 'string',
    method: 'string',
    source: 'string',
    gathering: 'string',
    by: 'string',
    yes: 'boolean',
  },
  async run(house, typed, terminal) {
    const { language } = terminal;
    const [kind, file] = typed.words;
    const importing = kinds[kind ?? ''];
    if (!importing)
      throw new TypedWrong(language.say('commands.import.kinds', { kinds: Object.keys(kinds).join(' · ') }));
    if (!file) throw new TypedWrong(language.say('commands.wrong.no-file'));
    const slug = typed.options.community;
    if (typeof slug !== 'string') throw new TypedWrong(language.say('commands.import.no-community'));
    const path = resolve(terminal.folder, file);
    if (!existsSync(path)) throw new TypedWrong(language.say('commands.wrong.file-not-there', { file: path }));
    const { exit, facts } = await importing({ house, path, slug, typed, terminal });
    if (typed.options.json) terminal.out(JSON.stringify(facts));
    else for (const [name, value] of Object.entries(facts)) terminal.out(`${name}: ${value}`);
    return exit;
  },
};
