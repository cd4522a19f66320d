const pairs = (count: number): number => (count * (count - 1)) / 2;

/**
 * How far two groupings of the same people agree beyond chance: 1 for the same groups, about 0 for unrelated ones (Hubert & Arabie 1985).
 * Labels are compared by position; what they are called does not matter.
 */
export function adjustedRand(left: readonly (string | number)[], right: readonly (string | number)[]): number {
  const rows = new Map<string | number, number>();
  const columns = new Map<string | number, number>();
  const cells = new Map<string, number>();
  left.forEach((label, index) => {
    const cell = JSON.stringify([label, right[index]]);
    rows.set(label, (rows.get(label) ?? 0) + 1);
    columns.set(right[index], (columns.get(right[index]) ?? 0) + 1);
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  });
  const total = (counts: Map<unknown, number>): number => [...counts.values()].reduce((sum, n) => sum + pairs(n), 0);
  const [together, inRows, inColumns] = [total(cells), total(rows), total(columns)];
  const expected = (inRows * inColumns) / Math.max(1, pairs(left.length));
  const most = (inRows + inColumns) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}
