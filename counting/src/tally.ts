#!/usr/bin/env node
import { runTally } from './commands/run.ts';

// A reader that stops early (`tally … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const { status, stdout, stderr } = await runTally(process.argv.slice(2));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
