import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { electionOf } from '../ballots/election-of.ts';
import type { Election } from '../election.ts';
import { equalShares } from '../equal-shares.ts';
import type { Outcome } from '../outcome.ts';
import { phragmen } from '../phragmen.ts';
import { realData } from './folder.ts';

const committees = realData('committees');

/** The methods of abcvoting that we have too, when each seat costs 1. */
const counts: Readonly<Record<string, (election: Election) => Outcome>> = {
  seqphragmen: (election) => phragmen(election),
  'equal-shares': (election) => equalShares(election, { utility: 'cardinality', completion: 'phragmen' }),
  'equal-shares-with-av-completion': (election) =>
    equalShares(election, { utility: 'cardinality', completion: 'utilitarian' }),
};

/** The few lines of an abcvoting file that we need: who approves whom, the size, and the committees that each rule may elect. */
function readCommittee(text: string): { election: Election; committeesOf: Map<string, number[][]> } {
  const flat = text.replaceAll(/\n\s+(?=[\d[\]])/g, ' ');
  const value = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(flat)![1];
  const profile: number[][] = JSON.parse(value('profile'));
  const election = electionOf({
    kind: 'approval',
    budget: value('committeesize'),
    options: Array.from({ length: Number(value('num_cand')) }, (_, c) => ({ id: String(c), cost: 1 })),
    ballots: profile.map((approved) => ({ marks: approved.map(String) })),
  });
  const committeesOf = new Map<string, number[][]>();
  for (const [, rule, result] of flat.matchAll(/rule_id: (\S+)\n\s+result: (\[.*\])\n\s+resolute: false/g)) {
    committeesOf.set(rule, JSON.parse(result));
  }
  return { election, committeesOf };
}

describe.skipIf(!committees)('committees of abcvoting, as budgets in which every seat costs 1', () => {
  it.each(Object.keys(counts))('elects one of the committees that may win: %s', (rule) => {
    let compared = 0;
    for (const file of readdirSync(committees!)) {
      const { election, committeesOf } = readCommittee(readFileSync(`${committees}/${file}`, 'utf8'));
      const allowed = committeesOf.get(rule);
      if (!allowed) continue;
      // A budget leaves a seat empty rather than give it to somebody whom nobody approves.
      const approved = (c: number): boolean => election.ballots.option.includes(c);
      const winners = counts[rule](election)
        .winners.map(Number)
        .sort((a, b) => a - b);
      expect(
        allowed.map((committee) => committee.filter(approved)),
        file,
      ).toContainEqual(winners);
      compared++;
    }
    expect(compared).toBeGreaterThan(0);
  });
});
