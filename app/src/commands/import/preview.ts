import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Preview } from '#platform/import/check-rows.ts';
import type { Terminal } from '../command.ts';

/** The file as the import pipe wants it. */
export const fileAt = (path: string): { bytes: Uint8Array; fileName: string } => ({
  bytes: readFileSync(path),
  fileName: basename(path),
});

/** Names each bad row by its line with every reason, then how many are good. True when nothing is bad. */
export function showPreview(preview: Preview<unknown>, terminal: Terminal): boolean {
  const { language } = terminal;
  for (const { line, problems } of preview.bad)
    for (const { field, problem } of problems)
      terminal.err(
        language.say('commands.import.bad-row', { line, field, problem: language.say(problem.key, problem.facts) }),
      );
  for (const column of preview.unused) terminal.err(language.say('commands.import.unused', { column }));
  terminal.err(language.say('commands.import.preview', { good: preview.good.length, bad: preview.bad.length }));
  return preview.bad.length === 0;
}
