/** k: the smallest number of people that is shown, inside a community's own desk and in public. */
export const SMALLEST = { desk: 5, public: 11 };

/** Attributes and subjects that keep k = 11 even at the desk. */
export const ALWAYS_PUBLIC_K = ['disability', 'ethnicity', 'religion', 'complaints'];

/** The k that holds for a figure: the larger one in public, and everywhere for what `ALWAYS_PUBLIC_K` names. */
export const smallestShown = (place: 'desk' | 'public', attributes: readonly string[] = []): number =>
  place === 'desk' && !attributes.some((attribute) => ALWAYS_PUBLIC_K.includes(attribute))
    ? SMALLEST.desk
    : SMALLEST.public;

/** Hides further cells, the smallest first, until those hidden can't be worked out from the line's total. */
function hideBeside(counts: readonly number[], hidden: boolean[], k: number): boolean {
  const isHidden = (index: number): boolean => hidden[index];
  const indexes = counts.map((_, index) => index);
  const order = indexes.filter((i) => !isHidden(i)).sort((a, b) => rank(counts[a]) - rank(counts[b]) || a - b);
  let changed = false;
  for (const next of order) {
    const away = indexes.filter(isHidden);
    if (away.length === 0) return changed;
    if (away.length > 1 && away.reduce((sum, index) => sum + counts[index], 0) >= k) return changed;
    hidden[next] = true;
    changed = true;
  }
  return changed;
}

/** A zero protects nobody, so it is hidden last. */
const rank = (count: number): number => (count === 0 ? Number.POSITIVE_INFINITY : count);

const tooSmall = (count: number, total: number, k: number): boolean => count > 0 && (count < k || total - count < k);

/**
 * One line of counts as it may be shown; a hidden one is null. Hidden are counts below k (zero may be shown), counts whose
 * complement in the line is below k, and beside them the next smallest, so that nothing follows from the total.
 */
export function suppressRow(counts: readonly number[], k: number): (number | null)[] {
  return suppressTable([counts], k)[0];
}

/**
 * Two attributes crossed, rows by columns: the same rule along every row and every column, repeated until it holds everywhere.
 * Three attributes are never crossed. Rows must be equally long. Cost: cells² at worst.
 */
export function suppressTable(rows: readonly (readonly number[])[], k: number): (number | null)[][] {
  const lines = linesOf(rows);
  const hidden = rows.map((row) => row.map(() => false));
  for (const line of lines) {
    const total = line.reduce((sum, [row, column]) => sum + rows[row][column], 0);
    for (const [row, column] of line) if (tooSmall(rows[row][column], total, k)) hidden[row][column] = true;
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      const flags = line.map(([row, column]) => hidden[row][column]);
      const counts = line.map(([row, column]) => rows[row][column]);
      if (!hideBeside(counts, flags, k)) continue;
      changed = true;
      line.forEach(([row, column], index) => {
        hidden[row][column] = flags[index];
      });
    }
  }
  return rows.map((row, r) => row.map((count, c) => (hidden[r][c] ? null : count)));
}

function linesOf(rows: readonly (readonly number[])[]): [number, number][][] {
  const across = rows.map((row, r) => row.map((_, c): [number, number] => [r, c]));
  if (rows.length < 2) return across;
  const down = rows[0].map((_, c) => rows.map((_, r): [number, number] => [r, c]));
  return [...across, ...down];
}

/**
 * Whether the picture of an open decision may be drawn again: at most once a day and only when at least `step` more took part,
 * so that nobody's ballot shows in the difference. Days are whole numbers in the community's own calendar.
 */
export const mayRedraw = (
  last: { readonly day: number; readonly tookPart: number },
  now: { readonly day: number; readonly tookPart: number },
  step = 5,
): boolean => now.day > last.day && now.tookPart - last.tookPart >= step;
