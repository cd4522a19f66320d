#!/usr/bin/env node
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnv } from '#env';
import { appDir } from '#platform/app-dir.ts';
import { readCatalogues } from '#platform/language/catalogues.ts';
import { chooseLocale } from '#platform/language/choose.ts';
import { type Language, makeLanguages } from '#platform/language/language.ts';
import type { Terminal, Typed } from './commands/command.ts';
import { commands } from './commands/list.ts';
import { runCommand } from './commands/run-command.ts';
import { runServe } from './commands/serve.ts';
import { askServer } from './commands/socket.ts';
import { runWork } from './commands/work.ts';
import { openHouse } from './open-house.ts';

/** Commands that open a house of their own and stay. */
const staying: Readonly<Record<string, () => Promise<number>>> = { serve: runServe, work: runWork };
const names = [...Object.keys(staying), ...commands.map(({ name }) => name)];

async function main(): Promise<number> {
  const language = terminalLanguage();
  const [name, ...rest] = process.argv.slice(2);
  if (!name || name === 'help' || name === '--help') return help(language, rest[0]);
  const command = commands.find((known) => known.name === name);
  if (!command && !staying[name]) {
    console.error(language.say('commands.wrong.unknown', { name }));
    help(language);
    return 2;
  }
  if (rest.includes('--help')) return help(language, name);
  if (staying[name]) return staying[name]();
  let typed: Typed;
  try {
    typed = readTyped(rest, command?.options ?? {});
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    help(language, name);
    return 2;
  }
  return runHere(name, typed, language);
}

/** Through the running server when there is one; otherwise this process takes the lock itself. */
async function runHere(name: string, typed: Typed, language: Language): Promise<number> {
  const env = readEnv(process.env);
  const terminal = ownTerminal(language);
  const asked = await askServer(env.dataDir, { command: name, typed, locale: language.locale }, terminal);
  if (asked !== undefined) return asked;
  const house = await openHouse(env);
  try {
    return await runCommand(house, { command: name, typed }, terminal);
  } finally {
    await house.outgoing.close();
    await house.database.close();
  }
}

function readTyped(args: readonly string[], options: Readonly<Record<string, 'string' | 'boolean'>>): Typed {
  const known = Object.fromEntries([
    ...Object.entries(options).map(([option, type]) => [option, { type }]),
    ['json', { type: 'boolean' as const }],
  ]);
  const { values, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: true, strict: true });
  return { words: positionals, options: values as Record<string, string | boolean> };
}

function help(language: Language, name?: string): number {
  if (name && names.includes(name)) console.log(language.say(`commands.${name}.help`));
  else {
    console.log(language.say('commands.intro'));
    for (const known of names) console.log(`  ${known.padEnd(9)} ${language.say(`commands.${known}.summary`)}`);
  }
  return 0;
}

function ownTerminal(language: Language): Terminal {
  let last = 0;
  let drawing = false;
  /** Words begin on a line of their own, not behind a bar. */
  const afterBar = () => {
    if (drawing) process.stderr.write('\n');
    drawing = false;
  };
  return {
    language,
    folder: process.cwd(),
    out: (line) => {
      afterBar();
      console.log(line);
    },
    err: (line) => {
      afterBar();
      console.error(line);
    },
    progress: (done, total) => {
      const now = performance.now();
      if (!process.stderr.isTTY || (now - last < 200 && done !== total)) return;
      last = now;
      const filled = total > 0 ? Math.round((24 * done) / total) : 0;
      const bar = total > 0 ? `${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${done}/${total}` : `${done}`;
      drawing = done !== total;
      process.stderr.write(`\r${bar}${drawing ? '' : '\n'}`);
    },
  };
}

function terminalLanguage(): Language {
  const tag = (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '').replace('_', '-').split('.')[0];
  return makeLanguages(readCatalogues(join(appDir, 'src/locales'))).of(chooseLocale(tag, 'en'));
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    // What is expected has one line; only a bug shows where it happened.
    console.error(process.env.SOFRA_DEBUG ? error : error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
