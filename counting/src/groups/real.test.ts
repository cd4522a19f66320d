import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { opinionGroups } from '../groups.ts';
import { realData } from '../real/folder.ts';
import { adjustedRand } from './adjusted-rand.ts';
import type { OpinionVotes } from './votes.ts';

const folder = realData('opinions');

/** Reads a published table of people by statements, with the group that was published for each person. */
function published(name: string): { votes: OpinionVotes; groupOf: Map<string, string> } {
  const lines = readFileSync(`${folder}/${name}/participants-votes.csv`, 'utf8').trim().split(/\r?\n/);
  const [head, ...rows] = lines.map((line) => line.split(','));
  const first = head.indexOf('n-disagree') + 1;
  const entries = rows.flatMap((row, person) =>
    row.slice(first).flatMap((mark, statement) => (mark === '' ? [] : [{ person, statement, mark: Number(mark) }])),
  );
  const votes = {
    participants: rows.map((row) => row[0]),
    statements: head.slice(first),
    participant: entries.map((entry) => entry.person),
    statement: entries.map((entry) => entry.statement),
    mark: entries.map((entry) => entry.mark),
  };
  return { votes, groupOf: new Map(rows.map((row) => [row[0], row[head.indexOf('group-id')]])) };
}

describe.skipIf(!folder)('published conversations', () => {
  it.each([
    ['vtaiwan.uberx', 0.85, true],
    ['brexit-consensus', 0.85, true],
    ['scoop-hivemind.biodiversity', 0.85, true],
    ['bg2050-volunteers', 0.7, false],
  ])('%s falls into much the same groups as were published (adjusted Rand above %d)', (name, least, credible) => {
    const { votes, groupOf } = published(name);
    const outcome = opinionGroups(votes, { k: 2 });
    const both = outcome.people.filter((person) => groupOf.get(person.id));
    const agreement = adjustedRand(
      both.map((one) => one.group),
      both.map((one) => groupOf.get(one.id)!),
    );
    expect(agreement).toBeGreaterThan(least);
    const free = opinionGroups(votes);
    expect(free.k).toBe(2);
    expect(free.credible).toBe(credible);
  });
});
