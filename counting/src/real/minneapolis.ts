import { readFileSync } from 'node:fs';
import { ballotBox } from '../ballots/ballot-box.ts';
import type { Election } from '../election.ts';

/** What the published tabulation of a Minneapolis election says about one round. */
export interface PublishedRound {
  readonly tally: Readonly<Record<string, string>>;
  readonly threshold: string;
  readonly tallyResults: readonly { readonly eliminated?: string; readonly elected?: string }[];
}

interface Published {
  readonly officialWinners: readonly string[];
  readonly expectedRounds: readonly PublishedRound[];
  readonly patterns: readonly (readonly [readonly string[], number])[];
}

/** The name under which write-ins that nobody declared are tallied. */
export const writeIns = 'Undeclared Write-ins';

/**
 * Aggregated ballots of Minneapolis: a pattern is a mark per rank and how many cast it. `undervote` leaves the rank empty and
 * `overvote` (whose candidates are not published) becomes a rank that two made-up options share.
 */
export function readMinneapolis(path: string): { election: Election; published: Published } {
  const published: Published = JSON.parse(readFileSync(path, 'utf8'));
  const nameOf = (mark: string): string => (mark === 'UWI' ? writeIns : mark);
  const names = new Set<string>();
  for (const [marks] of published.patterns) {
    for (const mark of marks) if (mark !== 'undervote' && mark !== 'overvote') names.add(nameOf(mark));
  }
  const indexOf = new Map([...names].map((name, i) => [name, i]));
  const box = ballotBox();
  for (const [marks, times] of published.patterns) {
    const pairs = marks.flatMap((mark, i) => {
      if (mark === 'undervote') return [];
      if (mark === 'overvote') return [names.size, names.size + 1].map((option) => ({ option, rank: i + 1 }));
      return [{ option: indexOf.get(nameOf(mark)) ?? 0, rank: i + 1 }];
    });
    box.cast({ options: pairs.map(({ option }) => option), values: pairs.map(({ rank }) => rank) }, times);
  }
  const options = [...names, 'overvote', 'overvote again'].map((id) => ({ id }));
  return { election: { kind: 'ranked', options, ballots: box.close() }, published };
}
