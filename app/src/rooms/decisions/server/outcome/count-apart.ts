import { Worker } from 'node:worker_threads';
import type { Election, Outcome } from '@sofra/counting';
import { type Countable, countElection } from './count.ts';

/** From so many marks on, a count is taken out of the thread that answers people. */
const MANY_MARKS = 20_000;

/** A worker of one page: it knows the counting library and nothing of this house. */
const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
import(workerData.counting)
  .then((counting) => parentPort.postMessage({ outcome: counting[workerData.method](workerData.election, workerData.options) }))
  .catch((error) => parentPort.postMessage({ error: String(error && error.stack) }));
`;

/**
 * Counts an election; a large budget in a thread of its own, so that pages are answered meanwhile. Same outcome either way.
 * Throws what the count throws.
 */
export async function countApart(
  decision: Pick<Countable, 'method' | 'methodOptions'>,
  election: Election,
): Promise<Outcome> {
  const counting = addressOfCounting();
  if (decision.method !== 'equal-shares' || election.ballots.option.length < MANY_MARKS || !counting)
    return countElection(decision, election);
  const { completion, exhaustive, comparison } = decision.methodOptions;
  return new Promise<Outcome>((resolve, reject) => {
    const worker = new Worker(SCRIPT, {
      eval: true,
      workerData: { counting, method: 'equalShares', election, options: { completion, exhaustive, comparison } },
    });
    worker.once('message', (message: { outcome?: Outcome; error?: string }) => {
      if (message.outcome) resolve(message.outcome);
      else reject(new Error(message.error));
    });
    worker.once('error', reject);
  });
}

/** Where the library lies; undefined where the runtime cannot say, and then it is counted here. */
function addressOfCounting(): string | undefined {
  try {
    const address = import.meta.resolve('@sofra/counting');
    return address.startsWith('file:') ? address : undefined;
  } catch {
    return undefined;
  }
}
