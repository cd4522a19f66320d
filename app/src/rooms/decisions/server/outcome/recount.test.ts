import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { readingContext } from '#platform/house.ts';
import { METHODS, type Method } from '../../words.ts';
import { castBallot } from '../box/cast-ballot.ts';
import { draftDecision } from '../paper/draft-decision.ts';
import { openDecision } from '../paper/open-decision.ts';
import { draftSeatedDecision } from '../paper/seating.ts';
import { paper, type Village, village } from '../testing.ts';
import { decisionTicks } from '../ticks.ts';
import { recountFile } from './recount.ts';
import { showOutcome } from './show-outcome.ts';

const TALLY = fileURLToPath(new URL('../../../../../../counting/src/tally.ts', import.meta.url));

let here: Village;
let slug: string;
let folder: string;
beforeAll(async () => {
  here = await village(12);
  slug = (await here.database.db.selectFrom('communities.community').select('slug').executeTakeFirstOrThrow()).slug;
  folder = mkdtempSync(join(tmpdir(), 'sofra-recount-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options = ['Bench', 'Lamp; oak "bright"', 'Fence', 'Well'].map((name, at) => ({
  name,
  cost: String(40 + 15 * at),
}));
const budgeted = { budget: '120', currency: 'EUR', options };
const papers: Record<Method, Record<string, unknown>> = {
  majority: { threshold: '2/3' },
  approval: { options },
  score: { options, mostPoints: 7 },
  irv: { options },
  schulze: { options },
  consent: { options: options.slice(0, 2) },
  'equal-shares': budgeted,
  greedy: budgeted,
};

/** What person number `at` marks: lopsided enough that methods disagree, with a blank, and the same on every run. */
function marksOf(method: Method, at: number): { option: number; value: number }[] {
  if (at === 11) return [];
  // Seven of eleven: more than half and less than two thirds.
  if (method === 'majority') return [{ option: at % 3 === 0 ? 2 : 1, value: 1 }];
  if (method === 'consent')
    return [
      { option: 1, value: at === 3 ? 0 : 3 },
      { option: 2, value: at % 3 === 0 ? 1 : 3 },
    ];
  const order = [1, 2, 3, 4].map((option) => ({ option, weight: (option * 7 + at * at * 3) % 11 }));
  order.sort((a, b) => a.weight - b.weight || a.option - b.option);
  if (method === 'irv' || method === 'schulze')
    return order.slice(0, 1 + (at % 4)).map(({ option }, place) => ({ option, value: place + 1 }));
  if (method === 'score') return order.map(({ option, weight }) => ({ option, value: weight % 8 }));
  return order.slice(0, 1 + (at % 3)).map(({ option }) => ({ option, value: 1 }));
}

const winnersOf = (file: { name: string; text: string }, words: readonly string[]): string[] => {
  writeFileSync(join(folder, file.name), file.text);
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--no-warnings', TALLY, ...words, '--json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`tally ended with ${status}: ${stderr}`);
  return JSON.parse(stdout).winners;
};

describe('a recount from outside', () => {
  it.each(METHODS)('of %s needs only the file and the command, and finds the same', async (method) => {
    here.house.setNow('2026-11-01T10:00:00Z');
    const input = paper(here, { ...papers[method], method, publishSingleBallots: 'yes' });
    const { decisionId, number } = await here.as(here.facilitator, draftDecision, input);
    await countFrom(decisionId, method);
    await sameWinners(number);
  });

  it.each(['approval', 'irv', 'equal-shares'] as const)(
    'of %s where tables weigh the same finds the same',
    async (method) => {
      here.house.setNow('2026-11-01T10:00:00Z');
      const input = paper(here, { ...papers[method], method, publishSingleBallots: 'yes' });
      const seating = {
        tables: ['Water', 'Roads', 'Youth'].map((label) => ({ label, votes: true })),
        seats: here.people.map((personId, at) => ({
          personId,
          label: at < 7 ? 'Water' : at < 10 ? 'Roads' : 'Youth',
        })),
      };
      const { name, run } = {
        name: 'test.draft',
        run: async (context: Parameters<typeof draftSeatedDecision>[0]) =>
          draftSeatedDecision(context, draftDecision.input.parse(input), seating),
      };
      const { runParsed } = await import('#platform/run-action.ts');
      const asking = { actor: here.facilitator, language: here.house.languages.of('en') };
      const { decisionId, number } = await runParsed(here.house, asking, { name, run });
      await countFrom(decisionId, method);
      await sameWinners(number);
    },
  );
});

async function countFrom(decisionId: string, method: Method): Promise<void> {
  const one = { communityId: here.communityId, decisionId };
  await here.as(here.facilitator, openDecision, one);
  for (const [at, personId] of here.people.entries()) {
    const marks = marksOf(method, at);
    await here.as(here.actor(personId), castBallot, { ...one, marks, reason: 'There is no road to it' });
  }
  here.house.setNow('2026-11-08T17:00:00Z');
  for (const tick of decisionTicks) await tick.run(here.house);
}

async function sameWinners(number: number): Promise<void> {
  const context = readingContext(here.house, nobody, here.house.languages.of('en'));
  const { counted, recount } = await showOutcome(context, { slug, number });
  const file = await recountFile(context, { slug, number });
  const [npx, tally, ...words] = (recount ?? '').split(' ');
  expect([npx, tally, words.includes(file.name)]).toEqual(['npx', 'tally', true]);
  expect(winnersOf(file, words)).toEqual(counted.winners);
  expect(winnersOf(file, ['count', file.name])).toEqual(counted.winners);
}
