import { system } from '#platform/actor.ts';
import { readingContext } from '#platform/house.ts';
import { checkInvitations, findCommunity, importInvitations } from '#rooms/communities/server/index.ts';
import type { Importing } from './importing.ts';
import { fileAt, showPreview } from './preview.ts';

/** People on a list become invitations, never members (harm.md 10). Without `--yes` it is only a preview. */
export const invitations: Importing = async ({ house, path, slug, typed, terminal }) => {
  const actor = system('sofra import');
  const context = readingContext(house, actor, terminal.language);
  const community = await findCommunity(context.db, slug);
  const preview = await checkInvitations(context, community, fileAt(path));
  if (!showPreview(preview, terminal)) return { exit: 1, facts: { bad: preview.bad.length } };
  if (!typed.options.yes) return { exit: 0, facts: { good: preview.good.length, written: 0 } };
  const source = typeof typed.options.source === 'string' ? typed.options.source : fileAt(path).fileName;
  const { listId, invited } = await importInvitations(
    house,
    { actor, language: terminal.language },
    {
      slug,
      source,
      invitees: preview.good.map(({ row }) => row),
      progress: (written) => terminal.progress(written, preview.good.length),
    },
  );
  return { exit: 0, facts: { invited, listId } };
};
