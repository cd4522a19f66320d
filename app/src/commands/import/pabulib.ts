import { system } from '#platform/actor.ts';
import { importPabulib } from '#rooms/decisions/server/index.ts';
import type { Importing } from './importing.ts';

/** A Pabulib file becomes a decision with its real options, ballots and outcome. */
export const pabulib: Importing = async ({ house, path, slug, typed, terminal }) => {
  const method = typed.options.method;
  const { number, voters, before } = await importPabulib(house, {
    path,
    communitySlug: slug,
    actor: system('sofra import'),
    method: method === 'greedy' || method === 'equal-shares' ? method : undefined,
    progress: ({ done, all }) => terminal.progress(done, all),
  });
  if (before !== null) terminal.err(terminal.language.say('commands.import.before', { number: before }));
  const address = `${house.settings.origin}/c/${slug}/decisions/${number}/outcome`;
  return { exit: 0, facts: { number, voters, address } };
};
