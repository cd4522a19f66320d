import { type Bases, baseClusters, MOST_BASES } from './groups/base-clusters.ts';
import { type Candidate, candidates, choose, SMALLEST_GROUP } from './groups/choose-k.ts';
import { type Components, components } from './groups/components.ts';
import { consensusOf, groupAwareConsensus } from './groups/consensus.ts';
import { credibility } from './groups/credibility.ts';
import type { OpinionGroups, StatementView } from './groups/outcome.ts';
import { placedRows } from './groups/placed.ts';
import { priority } from './groups/priority.ts';
import { extremity, type Points, projectPeople } from './groups/projection.ts';
import { representativeOf } from './groups/representative.ts';
import { type Tally, talliesByGroup } from './groups/tallies.ts';
import { type OpinionVotes, type VoteTable, voteTable } from './groups/votes.ts';
import { CountingError } from './outcome.ts';

export type { Named, OpinionGroups, PlacedPerson, StatementView } from './groups/outcome.ts';
export type { OpinionVotes } from './groups/votes.ts';

/** What a caller may decide; everything has a default. */
export interface GroupingOptions {
  /** Exactly this many groups, 2 to 5, instead of the k that the silhouette chooses. */
  readonly k?: number;
  /** The most groups looked for, 2 to 5; 5 by default. */
  readonly most?: number;
  /** Seed of the starts and trials, a whole number; 1 by default. Recorded by whoever sets it. */
  readonly seed?: number;
  /** Ids of statements about the person, which are asked first. */
  readonly meta?: readonly string[];
}

const STARTS = 60;
const GATHERINGS = 4;

function inRange(name: string, value: number | undefined): void {
  if (value === undefined || (Number.isInteger(value) && value >= 2 && value <= 5)) return;
  throw new CountingError('groups-out-of-range', { option: name, value, least: 2, most: 5 });
}

/** Labels for `groups` groups, renamed so that the largest is 0 and of equals the one with the earliest person. */
function largestFirst(label: ArrayLike<number>): Uint8Array {
  const size = new Map<number, number>();
  for (let i = 0; i < label.length; i++) size.set(label[i], (size.get(label[i]) ?? 0) + 1);
  const order = [...size].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return Uint8Array.from(label, (name) => order.indexOf(name));
}

function statementViews(table: VoteTable, tallies: Tallies, order: StatementOrder): StatementView[] {
  return table.statements.map((id, statement) => {
    const { agree, disagree, seen } = tallies.everyone[statement];
    const groups = tallies.byGroup.map((group) => group[statement]);
    return {
      id,
      agree,
      disagree,
      pass: seen - agree - disagree,
      seen,
      groups,
      groupAwareConsensus: groupAwareConsensus(groups),
      extremity: order.extremity[statement],
      priority: priority(tallies.everyone[statement], order.extremity[statement], order.meta.has(id)),
    };
  });
}

interface Tallies {
  readonly everyone: readonly Tally[];
  readonly byGroup: readonly (readonly Tally[])[];
}

interface StatementOrder {
  readonly extremity: Float64Array;
  readonly meta: ReadonlySet<string>;
}

const pick = ({ x, y }: Points, rows: Uint32Array): Points => ({
  x: Float64Array.from(rows, (row) => x[row]),
  y: Float64Array.from(rows, (row) => y[row]),
});

/** Everything that was worked out, before it is put into words that a caller can read. */
interface Found {
  readonly table: VoteTable;
  readonly axes: Components;
  readonly points: Points;
  readonly placed: Uint32Array;
  readonly tried: readonly Candidate[];
  readonly chosen: Candidate | undefined;
  /** Group of each row, −1 for who is not placed. */
  readonly groupOf: Int8Array;
}

interface Search {
  readonly bases: Bases;
  readonly tried: readonly Candidate[];
  readonly chosen: Candidate | undefined;
}

/** Searches on several base clusterings, since gathering a crowd into bases is itself a matter of the start, and keeps the clearest. */
function searchGroups(points: Points, options: GroupingOptions & { readonly seed: number }): Search {
  const gatherings = points.x.length > MOST_BASES ? GATHERINGS : 1;
  const searches = Array.from({ length: gatherings }, (_, gathering): Search => {
    const seed = options.seed + gathering;
    const bases = baseClusters(points, seed);
    const tried = candidates(bases, { ...options, seed, starts: STARTS, smallest: SMALLEST_GROUP });
    return { bases, tried, chosen: choose(tried) };
  });
  const clarity = ({ chosen }: Search): number => chosen?.silhouette ?? -1;
  return searches.reduce((best, one) => (clarity(one) > clarity(best) ? one : best));
}

function findGroups(table: VoteTable, options: GroupingOptions & { readonly seed: number }): Found {
  const axes = components(table);
  const points = projectPeople(table, axes);
  const placed = placedRows(table);
  const { bases, tried, chosen } = searchGroups(pick(points, placed), options);
  const label = largestFirst(Uint8Array.from(bases.of, (base) => chosen?.label[base] ?? 0));
  const groupOf = new Int8Array(table.participants.length).fill(-1);
  placed.forEach((row, index) => {
    groupOf[row] = label[index];
  });
  return { table, axes, points, placed, tried, chosen, groupOf };
}

const named =
  (ids: readonly string[]) =>
  <Finding extends { readonly statement: number }>({ statement, ...finding }: Finding) => ({
    id: ids[statement],
    ...finding,
  });

/** Who is where: the part of the outcome that names people. */
function peopleOf({ table, points, placed, groupOf }: Found, k: number) {
  const ids = table.participants;
  return {
    groups: Array.from({ length: k }, (_, group) => ids.filter((_, row) => groupOf[row] === group)),
    people: Array.from(placed, (row) => ({ id: ids[row], x: points.x[row], y: points.y[row], group: groupOf[row] })),
    unplaced: ids.filter((_, row) => groupOf[row] === -1),
  };
}

/**
 * Finds who thinks alike from sparse marks (see methods/opinion-groups.md): principal components with missing marks, projection scaled for
 * sparsity, base clusters, k-means with k by silhouette; then what speaks for each group, what all agree on, and what to ask next.
 * Says `credible: false` where the grouping is no clearer than chance. The caller leaves out statements that were moderated away.
 * Throws a CountingError: groups-out-of-range, or those of `voteTable`.
 */
export function opinionGroups(votes: OpinionVotes, options: GroupingOptions = {}): OpinionGroups {
  inRange('k', options.k);
  inRange('most', options.most);
  const seed = options.seed ?? 1;
  const table = voteTable(votes);
  const found = findGroups(table, { ...options, seed });
  const k = found.chosen?.k ?? Math.min(1, found.placed.length);
  const byGroup = talliesByGroup(table, found.groupOf, k);
  const everyone = talliesByGroup(table, new Uint8Array(table.participants.length), 1)[0];
  const order = { extremity: extremity(found.axes), meta: new Set(options.meta) };
  const name = named(table.statements);
  return {
    k,
    ...peopleOf(found, k),
    ...credibility({ table, placed: found.placed, most: options.most, seed }, found.chosen),
    silhouettes: found.tried.map((one) => ({ k: one.k, silhouette: one.silhouette })),
    statements: statementViews(table, { everyone, byGroup }, order),
    representative: byGroup.map((_, group) => (k < 2 ? [] : representativeOf(byGroup, group).map(name))),
    consensus: consensusOf(everyone).map(name),
  };
}
