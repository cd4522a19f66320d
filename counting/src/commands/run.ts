import { FileError } from '../formats/file-error.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { convertCommand } from './convert.ts';
import { countCommand, countFlags } from './count.ts';
import { helpText } from './help.ts';
import { powerCommand, spreadCommand } from './power.ts';
import { UsageError } from './usage-error.ts';

interface Command {
  readonly flags: readonly string[];
  run(given: Arguments): Promise<string>;
}

const commands: Readonly<Record<string, Command>> = {
  count: { flags: countFlags, run: countCommand },
  groups: {
    flags: ['comments', 'option'],
    run: async (given) => (await import('./groups.ts')).groupsCommand(given),
  },
  panel: {
    flags: ['size', 'seed', 'option'],
    run: async (given) => (await import('./panel.ts')).panelCommand(given),
  },
  power: { flags: ['quota'], run: powerCommand },
  spread: { flags: [], run: spreadCommand },
  convert: { flags: [], run: convertCommand },
};

/** What a command line answers: text for standard output, or one line for standard error and the exit code 2. */
export interface Answer {
  readonly status: 0 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line of `tally`. Throws only where the program itself is wrong. */
export async function runTally([name = 'help', ...words]: readonly string[]): Promise<Answer> {
  const asked = ['help', '--help', '-h'];
  if (asked.includes(name) || words.some((word) => asked.slice(1).includes(word))) {
    return { status: 0, stdout: helpText(), stderr: '' };
  }
  try {
    if (!Object.hasOwn(commands, name)) {
      throw new UsageError(`there is no command ${name}; the commands are ${Object.keys(commands).join(' ')} help`);
    }
    const { flags, run } = commands[name];
    return { status: 0, stdout: await run(readArguments(words, flags)), stderr: '' };
  } catch (error) {
    if (error instanceof FileError) return { status: 2, stdout: '', stderr: `${error.message}\n` };
    if (error instanceof UsageError) return { status: 2, stdout: '', stderr: `tally: ${error.message}\n` };
    throw error;
  }
}
