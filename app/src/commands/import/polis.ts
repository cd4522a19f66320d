import { system } from '#platform/actor.ts';
import { importPolis } from '#rooms/forum/server/index.ts';
import type { Importing } from './importing.ts';

/** A folder of Polis open data becomes a conversation with its real statements and marks. */
export const polis: Importing = async ({ house, path, slug, terminal }) => {
  const { number, href } = await importPolis(house, {
    folder: path,
    slug,
    actor: system('sofra import'),
    progress: (done, total) => terminal.progress(done, total),
  });
  return { exit: 0, facts: { number, address: `${house.settings.origin}${href}` } };
};
