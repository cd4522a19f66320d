import type { Uptake } from './words.ts';

/** A case as the tree sees it: its number, the one it learned from, and what it made of it. */
export interface Branch {
  readonly number: number;
  readonly from: number | null;
  readonly how: Uptake | null;
}

/** A case at its place: row by row from above, one step to the right for each learning. */
export interface Leaf<Case extends Branch> {
  readonly one: Case;
  readonly depth: number;
  readonly row: number;
  /** The row of the case it learned from. */
  readonly under: number | null;
}

/**
 * Lays cases out as a tree: each under the one it learned from, those without one at the left; within one parent by number.
 * A case whose parent isn't in the list stands at the left. What leads in a circle (the database knows none) is left out.
 */
export function growTree<Case extends Branch>(cases: readonly Case[]): Leaf<Case>[] {
  const known = new Set(cases.map(({ number }) => number));
  const children = new Map<number | null, Case[]>();
  for (const one of cases.toSorted((a, b) => a.number - b.number)) {
    const from = one.from !== null && known.has(one.from) ? one.from : null;
    children.set(from, [...(children.get(from) ?? []), one]);
  }
  const leaves: Leaf<Case>[] = [];
  const place = (one: Case, depth: number, under: number | null) => {
    const row = leaves.length;
    leaves.push({ one, depth, row, under });
    for (const child of children.get(one.number) ?? []) place(child, depth + 1, row);
  };
  for (const root of children.get(null) ?? []) place(root, 0, null);
  return leaves;
}

/** The case itself, all it goes back to and all that goes back to them: one whole tree out of many. */
export function treeAround<Case extends Branch>(cases: readonly Case[], number: number): Case[] {
  const leaves = growTree(cases);
  const at = leaves.findIndex(({ one }) => one.number === number);
  if (at < 0) return [];
  let first = at;
  while (first > 0 && leaves[first].depth > 0) first -= 1;
  const rest = leaves.slice(first + 1).findIndex(({ depth }) => depth === 0);
  const end = rest < 0 ? leaves.length : first + 1 + rest;
  return leaves.slice(first, end).map(({ one }) => one);
}
