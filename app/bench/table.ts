/** Prints rows as a Markdown table, so that what a run says can be kept as it is. */
export function printTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const texts = rows.map((row) => row.map(shown));
  const widths = head.map((title, at) => Math.max(title.length, ...texts.map((row) => row[at].length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(' | ')} |`;
  console.log(line(head));
  console.log(
    `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`,
  );
  for (const row of texts) console.log(line(row));
}

const shown = (cell: string | number): string => {
  if (typeof cell === 'string') return cell;
  return cell >= 100 ? String(Math.round(cell)) : cell >= 10 ? cell.toFixed(1) : cell.toFixed(2);
};
