import { CountingError } from '../outcome.ts';

/**
 * Sparse marks on statements. Entry `i` says that `participants[participant[i]]` put `mark[i]` on `statements[statement[i]]`:
 * 1 agree, −1 disagree, 0 pass. When somebody marked a statement twice, the later entry counts;
 * apart from that the order of people, statements and entries changes nothing.
 */
export interface OpinionVotes {
  readonly participants: readonly string[];
  readonly statements: readonly string[];
  readonly participant: ArrayLike<number>;
  readonly statement: ArrayLike<number>;
  readonly mark: ArrayLike<number>;
}

/** The same marks by row: people and statements sorted by id, every person's marks sorted by statement, none twice. */
export interface VoteTable {
  readonly participants: readonly string[];
  readonly statements: readonly string[];
  /** Row `p` is `start[p] … start[p + 1] − 1` in `column` and `mark`. */
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  readonly mark: Int8Array;
}

interface Sorted {
  readonly ids: string[];
  readonly place: Uint32Array;
}

function sorted(ids: readonly string[], reason: string): Sorted {
  const order = ids.map((_, index) => index).sort((a, b) => (ids[a] < ids[b] ? -1 : ids[a] > ids[b] ? 1 : a - b));
  const place = new Uint32Array(ids.length);
  order.forEach((index, position) => {
    if (position > 0 && ids[order[position - 1]] === ids[index]) throw new CountingError(reason, { id: ids[index] });
    place[index] = position;
  });
  return { ids: order.map((index) => ids[index]), place };
}

function checkEntries(votes: OpinionVotes): void {
  const { participant, statement, mark } = votes;
  if (participant.length !== mark.length || statement.length !== mark.length) throw new CountingError('uneven-votes');
  for (let i = 0; i < mark.length; i++) {
    if (mark[i] !== 1 && mark[i] !== 0 && mark[i] !== -1) throw new CountingError('unknown-mark', { entry: i });
    if (votes.participants[participant[i]] === undefined) throw new CountingError('unknown-participant', { entry: i });
    if (votes.statements[statement[i]] === undefined) throw new CountingError('unknown-statement', { entry: i });
  }
}

/** The entries in ascending order of their key, equal keys in the order given. Typed arrays only: a crowd's marks pass through here. */
function orderedBy(entries: Uint32Array, key: Uint32Array, keys: number): Uint32Array {
  const next = new Uint32Array(keys + 1);
  for (let i = 0; i < key.length; i++) next[key[i] + 1]++;
  for (let i = 0; i < keys; i++) next[i + 1] += next[i];
  const ordered = new Uint32Array(entries.length);
  for (let i = 0; i < entries.length; i++) ordered[next[key[entries[i]]]++] = entries[i];
  return ordered;
}

/** Where each entry's person or statement ends up in the sorted order. */
function placesOf(indexes: ArrayLike<number>, place: Uint32Array): Uint32Array {
  const places = new Uint32Array(indexes.length);
  for (let i = 0; i < indexes.length; i++) places[i] = place[indexes[i]];
  return places;
}

/**
 * Brings marks into the one order that everything else works on.
 * Throws a CountingError: duplicate-participant, duplicate-statement, uneven-votes, unknown-mark, unknown-participant, unknown-statement.
 */
export function voteTable(votes: OpinionVotes): VoteTable {
  checkEntries(votes);
  const people = sorted(votes.participants, 'duplicate-participant');
  const statements = sorted(votes.statements, 'duplicate-statement');
  const row = placesOf(votes.participant, people.place);
  const at = placesOf(votes.statement, statements.place);
  const given = new Uint32Array(row.length).map((_, index) => index);
  const ordered = orderedBy(orderedBy(given, at, statements.ids.length), row, people.ids.length);
  const start = new Uint32Array(people.ids.length + 1);
  const column = new Uint32Array(ordered.length);
  const mark = new Int8Array(ordered.length);
  let size = 0;
  for (let i = 0; i < ordered.length; i++) {
    const [entry, following] = [ordered[i], ordered[i + 1]];
    if (i + 1 < ordered.length && row[following] === row[entry] && at[following] === at[entry]) continue;
    column[size] = at[entry];
    mark[size++] = votes.mark[entry];
    start[row[entry] + 1] = size;
  }
  for (let p = 0; p < people.ids.length; p++) start[p + 1] = Math.max(start[p], start[p + 1]);
  return {
    participants: people.ids,
    statements: statements.ids,
    start,
    column: column.slice(0, size),
    mark: mark.slice(0, size),
  };
}

/** How many statements a person marked, passes included. */
export const marksOf = (table: VoteTable, person: number): number => table.start[person + 1] - table.start[person];
