import type { House } from '#platform/house.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Terminal, type Typed, TypedWrong } from './command.ts';
import { commands } from './list.ts';

/** Runs a command by its name and turns what is expected into a sentence and an exit code; a bug passes through. */
export async function runCommand(
  house: House,
  asked: { readonly command: string; readonly typed: Typed },
  terminal: Terminal,
): Promise<number> {
  const command = commands.find(({ name }) => name === asked.command);
  if (!command) return 2;
  try {
    return await command.run(house, asked.typed, terminal);
  } catch (error) {
    if (error instanceof TypedWrong) {
      terminal.err(error.message);
      return 2;
    }
    if (!(error instanceof Refusal)) throw error;
    terminal.err(terminal.language.say(error.key, error.facts));
    for (const [field, { key, facts }] of Object.entries(error.fields))
      terminal.err(`${field}: ${terminal.language.say(key, facts)}`);
    return 1;
  }
}
