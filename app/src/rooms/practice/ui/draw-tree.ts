import { growTree, type Leaf } from '../tree.ts';
import type { Uptake } from '../words.ts';

/** A case to be drawn. */
export interface Drawable {
  readonly number: number;
  readonly from: number | null;
  readonly how: Uptake | null;
  readonly label: string;
}

/** A case at its place in a picture 340 wide, with the line that leads to it. */
export interface DrawnLeaf {
  readonly number: number;
  readonly how: Uptake | null;
  readonly x: number;
  readonly y: number;
  readonly label: string;
  /** From the middle of what it learned from, down and to the right; empty for a root. */
  readonly line: string;
}

export const WIDTH = 340;
const ROW = 34;
const LEFT = 16;
const LETTER = 7.6;

/** Draws a tree row by row: each learning one step to the right, however deep, within the width of a phone. */
export function drawTree(cases: readonly Drawable[]): {
  readonly leaves: readonly DrawnLeaf[];
  readonly height: number;
} {
  const grown = growTree(cases);
  const deepest = Math.max(1, ...grown.map(({ depth }) => depth));
  const step = Math.min(26, Math.floor(150 / deepest));
  const place = ({ depth, row }: Leaf<Drawable>) => ({ x: LEFT + depth * step, y: ROW / 2 + row * ROW });
  const leaves = grown.map((leaf): DrawnLeaf => {
    const { x, y } = place(leaf);
    const above = leaf.under === null ? undefined : place(grown[leaf.under]);
    return {
      number: leaf.one.number,
      how: leaf.one.how,
      x,
      y,
      label: fit(`${leaf.one.number} · ${leaf.one.label}`, WIDTH - x - 18),
      line: above ? `M${above.x} ${above.y + 8}V${y}H${x - 8}` : '',
    };
  });
  return { leaves, height: grown.length * ROW };
}

function fit(text: string, room: number): string {
  const letters = Math.max(6, Math.floor(room / LETTER));
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}
