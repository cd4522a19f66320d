/** The one test command: everything that proves this house stands, a line for each, and the sum at the end. */
import { globSync } from 'node:fs';
import bootstrap from './bootstrap.cjs';
import { findChromium } from './test/chromium.mjs';
import { startPostgres } from './test/postgres.mjs';
import { root, run, runIn } from './test/step.mjs';
import { runTests } from './test/vitest.mjs';

const sum = { passed: 0, failed: 0 };
const notRun = [];

/**
 * Runs one step, prints its line, and what it said when it failed; returns whether it held.
 * A step without tests of its own counts only when it fails.
 * @param {string} name
 * @param {() => Promise<{ passed?: number, failed: number, skipped?: number, output?: string, note?: string }>} work
 */
async function step(name, work) {
  const began = performance.now();
  const { passed = 0, failed, skipped = 0, output = '', note = '' } = await work();
  sum.passed += passed;
  sum.failed += failed;
  if (output) console.log(output.trimEnd());
  const counts = [
    passed > 0 && `${passed} passed`,
    failed > 0 && `${failed} failed`,
    skipped > 0 && `${skipped} skipped`,
  ];
  const words = [...counts, note].filter(Boolean).join(', ') || 'ok';
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(34)} ${seconds(began).padStart(7)}  ${words}`);
  return failed === 0;
}

const seconds = (began) => `${((performance.now() - began) / 1000).toFixed(1)} s`;

/** A command that only says yes or no. */
const holds = async (...commands) => {
  for (const command of commands) {
    const { ok, output } = await command();
    if (!ok) return { failed: 1, output };
  }
  return { failed: 0 };
};

async function journeys(chromium) {
  const found = globSync('app/journeys/**/*.journey.ts', { cwd: root });
  if (found.length === 0) return { failed: 0, note: 'no journeys yet' };
  const config = ['--config', 'journeys/vitest.config.ts'];
  return runTests('app', { args: config, env: { CHROMIUM: chromium } });
}

async function main() {
  const began = performance.now();
  await step('lint and format', () => holds(() => run('biome', ['ci', '--colors=off', '.'])));
  await step('types of counting', () => holds(() => runIn('counting', ['tsc', '-p', '.'])));
  await step('types of the app', () =>
    holds(
      () => runIn('app', ['svelte-kit', 'sync']),
      () => runIn('app', ['svelte-check', '--tsgo', '--no-color', '--output', 'human']),
    ),
  );
  await step('counting', () => runTests('counting'));

  const postgres = await startPostgres();
  const on = postgres.url ? 'PGlite and PostgreSQL' : 'PGlite';
  if (!postgres.url) notRun.push(`tests on PostgreSQL (${postgres.why})`);
  await step(`rooms and platform on ${on}`, () =>
    runTests('app', { env: postgres.url ? { TEST_DATABASE_URL: postgres.url } : {} }),
  );
  postgres.stop();

  const built = await step('build', async () => ({ failed: bootstrap.build() ? 0 : 1 }));
  const chromium = built ? await findChromium() : { why: 'the build failed' };
  if (chromium.path) await step('journeys and page weight', () => journeys(chromium.path));
  else notRun.push(`journeys and page weight (${chromium.why})`);

  for (const what of notRun) console.log(`! not run: ${what}`);
  console.log(`${seconds(began)} in all`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed > 0 ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
await main();
