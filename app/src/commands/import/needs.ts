import { system } from '#platform/actor.ts';
import { checkNeeds, importNeeds } from '#rooms/needs/server/index.ts';
import type { Importing } from './importing.ts';
import { fileAt, showPreview } from './preview.ts';

/** Needs from a list wait for a facilitator's yes before they are public (harm.md 5). Without `--yes` it is only a preview. */
export const needs: Importing = async ({ house, path, slug, typed, terminal }) => {
  const file = fileAt(path);
  const preview = await checkNeeds(file);
  if (!showPreview(preview, terminal)) return { exit: 1, facts: { bad: preview.bad.length } };
  if (!typed.options.yes) return { exit: 0, facts: { good: preview.good.length, written: 0 } };
  const asking = { actor: system('sofra import'), language: terminal.language };
  const brought = await importNeeds(house, asking, {
    slug,
    source: typeof typed.options.source === 'string' ? typed.options.source : file.fileName,
    needs: preview.good.map(({ row }) => row),
    progress: (written) => terminal.progress(written, preview.good.length),
  });
  return { exit: 0, facts: { needs: brought.needs, listId: brought.listId } };
};
