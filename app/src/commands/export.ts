import { resolve } from 'node:path';
import { writeWhole } from '#platform/whole/write-whole.ts';
import { type Command, TypedWrong } from './command.ts';

/** `sofra export FILE`: the whole database in one file that either kind of database reads. */
export const exportAll: Command = {
  name: 'export',
  options: {},
  async run(house, typed, terminal) {
    const [name] = typed.words;
    if (!name) throw new TypedWrong(terminal.language.say('commands.wrong.no-file'));
    const file = resolve(terminal.folder, name);
    const written = await writeWhole(house.database, file, (rows) => terminal.progress(rows, 0));
    if (typed.options.json) terminal.out(JSON.stringify({ file, ...written }));
    else
      terminal.out(terminal.language.say('commands.export.done', { file, rows: written.rows, sha256: written.sha256 }));
    return 0;
  },
};
