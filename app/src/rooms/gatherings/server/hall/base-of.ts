import { toPlain } from '#platform/language/latin.ts';

type Flat = Readonly<Record<string, unknown>>;

/**
 * An entry with the base of the thing that it chose: a form on which a group or a question is chosen carries what stands under
 * each as `bases`, JSON of `[{of?, group?, question?, value}]`.
 */
export function withBase<Entry extends Flat>(entry: Entry): Entry {
  const { bases, base } = entry;
  if (base !== undefined || typeof bases !== 'string') return entry;
  const chosen = readRows(bases).find(
    (row) => same(row, entry, 'of') && same(row, entry, 'group') && same(row, entry, 'question'),
  );
  return { ...entry, base: chosen?.['value'] ?? null };
}

const same = (row: Flat, entry: Flat, field: string): boolean =>
  toPlain(String(row[field] ?? '')) === toPlain(String(entry[field] ?? ''));

function readRows(bases: string): Flat[] {
  try {
    const rows: unknown = JSON.parse(bases);
    return Array.isArray(rows) ? rows.filter((row): row is Flat => typeof row === 'object' && row !== null) : [];
  } catch {
    return [];
  }
}
