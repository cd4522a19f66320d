import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Vite's types don't name the setting; the app's tsconfig extends a generated one. */
const oxc: object = { tsconfig: false };

/** A story waits on clocks and on the network more than it works, so two walk at a time. The longest walk sets out first. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      longest.findIndex((name) => moduleId.endsWith(`/${name}.journey.ts`));
    return [...files].sort((a, b) => rank(b) - rank(a));
  }
}
const longest = ['first-run', 'forum-cycle', 'whole-path', 'around-the-table', 'public-pages'];

/** Stories in a real browser against the built app, two at a time in one demo town. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  oxc,
  test: {
    include: ['journeys/**/*.journey.ts'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // A busy machine may take its time; what is waited for comes, or the story fails with the page in hand.
    expect: { poll: { timeout: 30_000 } },
    globalSetup: ['journeys/demo-house.ts'],
  },
});
