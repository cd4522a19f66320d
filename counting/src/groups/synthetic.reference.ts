import { seededNumbers } from './seeded.ts';
import type { OpinionVotes } from './votes.ts';

/** A made-up conversation for the tests: `camps` profiles, each mark replaced by chance with probability `noise`, `density` of all marks made. */
export function conversation(made: {
  people: number;
  statements: number;
  camps: number;
  noise: number;
  density: number;
  seed: number;
}): OpinionVotes {
  const draw = seededNumbers(made.seed);
  const profiles = Array.from({ length: made.camps }, () =>
    Array.from({ length: made.statements }, () => (draw() < 0.5 ? 1 : -1)),
  );
  const liking = Array.from({ length: made.statements }, () => 0.2 + 0.6 * draw());
  const participant: number[] = [];
  const statement: number[] = [];
  const mark: number[] = [];
  for (let p = 0; p < made.people; p++) {
    for (let s = 0; s < made.statements; s++) {
      if (draw() > made.density) continue;
      participant.push(p);
      statement.push(s);
      const own = profiles[p % made.camps][s];
      const any = draw() < liking[s] ? 1 : -1;
      mark.push(draw() < 0.1 ? 0 : draw() < made.noise ? any : own);
    }
  }
  const names = (letter: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `${letter}${String(index).padStart(5, '0')}`);
  return {
    participants: names('p', made.people),
    statements: names('s', made.statements),
    participant,
    statement,
    mark,
  };
}

/** The same votes with people, statements and entries written in another order. */
export function shuffled(votes: OpinionVotes, seed: number): OpinionVotes {
  const draw = seededNumbers(seed);
  const order = (length: number): number[] =>
    Array.from({ length }, (_, index) => [draw(), index])
      .sort((a, b) => a[0] - b[0])
      .map(([, index]) => index);
  const people = order(votes.participants.length);
  const statements = order(votes.statements.length);
  const entries = order(votes.mark.length);
  const inverse = (list: number[]): number[] =>
    list.reduce<number[]>((to, old, now) => {
      to[old] = now;
      return to;
    }, []);
  const [personAt, statementAt] = [inverse(people), inverse(statements)];
  return {
    participants: people.map((index) => votes.participants[index]),
    statements: statements.map((index) => votes.statements[index]),
    participant: entries.map((entry) => personAt[votes.participant[entry]]),
    statement: entries.map((entry) => statementAt[votes.statement[entry]]),
    mark: entries.map((entry) => votes.mark[entry]),
  };
}
