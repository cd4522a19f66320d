import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIn } from './step.mjs';

/**
 * Runs the tests of one configuration and counts them from vitest's own report.
 * A file that could not be loaded and a run that broke count as one failure each.
 * @param {string} folder
 * @param {{ args?: readonly string[], env?: Record<string, string> }} [more]
 */
export async function runTests(folder, { args = [], env = {} } = {}) {
  const place = mkdtempSync(join(tmpdir(), 'sofra-report-'));
  const report = join(place, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok, output } = await runIn(folder, ['vitest', 'run', ...reporters, ...args], env);
  const counted = count(report);
  rmSync(place, { recursive: true });
  const failed = Math.max(counted.failed, ok ? 0 : 1);
  return { passed: counted.passed, failed, skipped: counted.skipped, output: failed > 0 ? output : '' };
}

function count(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
