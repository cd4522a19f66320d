import { defineConfig } from 'vitest/config';

/** Vite's types don't name the setting; the app's tsconfig extends a generated one. */
const oxc: object = { tsconfig: false };

/** Stories in a real browser against the built app, one after the other in one demo town. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  oxc,
  test: {
    include: ['journeys/**/*.journey.ts'],
    pool: 'forks',
    isolate: false,
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    globalSetup: ['journeys/demo-house.ts'],
  },
});
