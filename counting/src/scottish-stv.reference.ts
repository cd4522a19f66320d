import type { PlainBallot } from './ballots/election-of.ts';

/** One stage as the plain definition finds it: votes in hundred-thousandths, and who is elected, by name. */
export interface PlainStage {
  readonly votes: Record<string, bigint>;
  readonly exhausted: bigint;
  readonly elected: string[];
}

interface Paper {
  readonly wishes: readonly string[];
  value: bigint;
  holder?: string;
}

const one = 100_000n;

/**
 * The Scottish rule word for word, one sheet of paper at a time: no merged ballots, no parcels, no piles. Slow and plain; the count that
 * people use must agree with it stage by stage.
 */
export function plainScottishStv(ids: readonly string[], ballots: readonly PlainBallot[], seats: number) {
  const papers = ballots
    .flatMap(({ marks, times = 1 }) => Array.from({ length: times }, () => marks as string[]))
    .filter((wishes) => wishes.length > 0)
    .map((wishes): Paper => ({ wishes, value: one }));
  const quota = (BigInt(papers.length) / BigInt(seats + 1) + 1n) * one;
  const hopeful = new Set(ids);
  const winners: string[] = [];
  const surpluses = new Set<string>();
  const history: Record<string, bigint>[] = [];
  const stages: PlainStage[] = [];
  const kept: Record<string, bigint> = {};

  const place = (paper: Paper): void => {
    paper.holder = paper.wishes.slice(paper.wishes.indexOf(paper.holder ?? '') + 1).find((id) => hopeful.has(id));
  };
  const votesOf = (id: string): bigint =>
    kept[id] ?? papers.reduce((sum, { holder, value }) => (holder === id ? sum + value : sum), 0n);
  const pick = (among: Iterable<string>, most: boolean): string => {
    let level = [...among];
    for (const votes of [...history].reverse()) {
      const best = level.map((id) => votes[id]).reduce((a, b) => (a > b === most ? a : b));
      level = level.filter((id) => votes[id] === best);
    }
    const inOrder = ids.filter((id) => level.includes(id));
    return most ? inOrder[0] : inOrder[inOrder.length - 1];
  };
  const finish = (): void => {
    const votes = Object.fromEntries(ids.map((id) => [id, votesOf(id)]));
    history.push(votes);
    const elected: string[] = [];
    for (;;) {
      const reached = [...hopeful].filter((id) => votes[id] >= quota);
      if (reached.length === 0 || winners.length === seats) break;
      const id = pick(reached, true);
      hopeful.delete(id);
      elected.push(id);
      winners.push(id);
      if (votes[id] > quota) surpluses.add(id);
    }
    const held = Object.values(votes).reduce((sum, part) => sum + part, 0n);
    stages.push({ votes, exhausted: BigInt(papers.length) * one - held, elected });
  };

  if (papers.length === 0) return { winners, stages };
  papers.forEach(place);
  finish();
  while (winners.length < seats && hopeful.size > 0) {
    if (hopeful.size <= seats - winners.length) {
      while (hopeful.size > 0) {
        const id = pick(hopeful, true);
        hopeful.delete(id);
        winners.push(id);
      }
      break;
    }
    const from = surpluses.size > 0 ? pick(surpluses, true) : pick(hopeful, false);
    const [total, moves] = [votesOf(from), papers.filter(({ holder }) => holder === from)];
    if (surpluses.delete(from)) {
      for (const paper of moves) paper.value = ((total - quota) * paper.value) / total;
      kept[from] = quota;
    } else {
      hopeful.delete(from);
      kept[from] = 0n;
    }
    moves.forEach(place);
    finish();
  }
  return { winners, stages };
}
