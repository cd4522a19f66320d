import { globSync, readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const here = import.meta.dirname;

/** The app's tsconfig extends a generated one; these tests need neither. Vite's types don't name the setting. */
const oxc: object = { tsconfig: false };

/** Only what meets a database is worth running a second time on the other one. */
const onDatabase = globSync('src/**/*.test.ts', { cwd: here }).filter((path) =>
  /from '[^']*\/testing\.ts'/.test(readFileSync(`${here}/${path}`, 'utf8')),
);

const project = (name: 'pglite' | 'postgres', include: string[]) => ({
  extends: true as const,
  test: { name, include, exclude: ['src/ui/**'], env: { TEST_DATABASE_KIND: name } },
});

/** What people see is rendered on the server and needs no database. */
const ui = {
  root: here,
  plugins: [svelte({ configFile: false })],
  oxc,
  test: { name: 'ui', include: ['src/ui/**/*.test.ts'] },
};

/** Unit and room tests on PGlite, and what meets a database again on PostgreSQL when `TEST_DATABASE_URL` names a server. */
export default defineConfig({
  root: here,
  oxc,
  test: {
    pool: 'forks',
    // One worker keeps its database from file to file; testDatabase() empties it.
    isolate: false,
    maxWorkers: 2,
    // A busy machine may take its time: some tests fill the demo town, which took a minute beside four other runs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    globalSetup: ['src/platform/database/test-setup.ts'],
    projects: [
      ui,
      project('pglite', ['src/**/*.test.ts']),
      ...(process.env.TEST_DATABASE_URL && onDatabase.length > 0 ? [project('postgres', onDatabase)] : []),
    ],
  },
});
