import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readEnv } from '#env';
import { writeWhole } from '#platform/whole/write-whole.ts';
import { type Command, TypedWrong } from './command.ts';

const NAME = /^sofra-\d{4}-\d\d-\d\dT\d{6}Z\.whole\.gz$/;

/** `sofra backup [--to FOLDER] [--keep N]`: a dated export in the backup folder; older ones beyond N are removed after it is whole. */
export const backup: Command = {
  name: 'backup',
  options: { to: 'string', keep: 'string' },
  async run(house, typed, terminal) {
    const { language } = terminal;
    const to = typeof typed.options.to === 'string' ? typed.options.to : readEnv(process.env).backupDir;
    if (!to) throw new TypedWrong(language.say('commands.wrong.no-backup-folder'));
    const keep = Number(typed.options.keep ?? 30);
    if (!Number.isInteger(keep) || keep < 1) throw new TypedWrong(language.say('commands.wrong.keep'));
    const folder = resolve(terminal.folder, to);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const stamp = house.now().toISOString().replace(/\.\d+/, '').replaceAll(':', '');
    const file = join(folder, `sofra-${stamp}.whole.gz`);
    const written = await writeWhole(house.database, file, (rows) => terminal.progress(rows, 0));
    const old = (await readdir(folder))
      .filter((name) => NAME.test(name))
      .sort()
      .slice(0, -keep);
    for (const name of old) await rm(join(folder, name));
    if (typed.options.json) terminal.out(JSON.stringify({ file, ...written, removed: old.length }));
    else terminal.out(language.say('commands.backup.done', { file, rows: written.rows, removed: old.length }));
    return 0;
  },
};
