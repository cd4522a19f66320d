import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readWhole } from '#platform/whole/read-whole.ts';
import { type Command, TypedWrong } from './command.ts';

/** `sofra restore FILE`: reads an export or a backup into an empty database, all or nothing. */
export const restore: Command = {
  name: 'restore',
  options: {},
  async run(house, typed, terminal) {
    const [name] = typed.words;
    if (!name) throw new TypedWrong(terminal.language.say('commands.wrong.no-file'));
    const file = resolve(terminal.folder, name);
    if (!existsSync(file)) throw new TypedWrong(terminal.language.say('commands.wrong.file-not-there', { file }));
    const { rows } = await readWhole(house.database, file, (done) => terminal.progress(done, 0));
    house.announced(['00000000-0000-0000-0000-000000000000'], false, []);
    if (typed.options.json) terminal.out(JSON.stringify({ file, rows }));
    else terminal.out(terminal.language.say('commands.restore.done', { file, rows }));
    return 0;
  },
};
