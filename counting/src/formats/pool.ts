import type { Quota, Volunteer } from '../panel/pool.ts';
import { FileError, quote } from './file-error.ts';
import type { LineReader } from './lines.ts';
import { readWhole } from './numbers.ts';
import { tableReader } from './table.ts';

/** Reads quotas: columns feature, value, min, max (also category, feature, min, max). */
export function quotaReader(name: string): LineReader<readonly Quota[]> {
  const quotas: Quota[] = [];
  let at = { feature: -1, value: -1, min: -1, max: -1 };
  return tableReader(name, {
    header(cells, line) {
      const columns = cells.map((cell) => cell.toLowerCase());
      const byCategory = columns.includes('category');
      at = {
        feature: columns.indexOf(byCategory ? 'category' : 'feature'),
        value: columns.indexOf(byCategory && !columns.includes('value') ? 'feature' : 'value'),
        min: columns.indexOf('min'),
        max: columns.indexOf('max'),
      };
      const missing = Object.entries(at).find(([, column]) => column < 0);
      if (missing) throw new FileError(name, line, `the column ${missing[0]} is missing`);
    },
    row(cells, line) {
      const cell = (column: number): string => (cells[column] ?? '').trim();
      const min = readWhole(cell(at.min), { name, line, what: 'min' });
      const max = readWhole(cell(at.max), { name, line, what: 'max' });
      if (min > max) throw new FileError(name, line, `min ${min} is above max ${max}`);
      const [attribute, value] = [cell(at.feature), cell(at.value)];
      if (quotas.some((quota) => quota.attribute === attribute && quota.value === value)) {
        throw new FileError(name, line, `${quote(attribute)} ${quote(value)} stands twice`);
      }
      quotas.push({ attribute, value, min, max });
    },
    close: () => quotas,
  });
}

/**
 * Reads the pool: a row per person, with a column for each feature of the quotas (their case does not matter). The id is the column
 * `id` or the first one whose name ends in `id`; without one, people are numbered from 1.
 * People with the same text in a column `household` live together.
 */
export function poolReader(name: string, quotas: readonly Quota[]): LineReader<readonly Volunteer[]> {
  const features = [...new Set(quotas.map(({ attribute }) => attribute))];
  const pool: Volunteer[] = [];
  const known = new Set<string>();
  let columnOf: readonly number[] = [];
  let id = -1;
  let home = -1;
  return tableReader(name, {
    header(cells, line) {
      const columns = cells.map((cell) => cell.toLowerCase());
      columnOf = features.map((feature) => columns.indexOf(feature.toLowerCase()));
      const missing = features.find((_, i) => columnOf[i] < 0);
      if (missing !== undefined) throw new FileError(name, line, `the column ${missing} is missing`);
      home = columns.indexOf('household');
      id = columns.includes('id') ? columns.indexOf('id') : columns.findIndex((column) => /(^|[_\s-])id$/.test(column));
    },
    row(cells, line) {
      const person = id < 0 ? String(pool.length + 1) : (cells[id] ?? '').trim();
      if (person === '') throw new FileError(name, line, 'a person has no id');
      if (known.has(person)) throw new FileError(name, line, `${quote(person)} stands twice`);
      known.add(person);
      const said = features.map((feature, i) => {
        const value = (cells[columnOf[i]] ?? '').trim();
        const quota = quotas.find(
          (row) => row.attribute === feature && row.value.toLowerCase() === value.toLowerCase(),
        );
        if (!quota) throw new FileError(name, line, `${quote(value)} is no value of ${feature} in the quotas`);
        return [feature, quota.value];
      });
      const household = (cells[home] ?? '').trim();
      pool.push({ id: person, attributes: Object.fromEntries(said), ...(household && { household }) });
    },
    close: () => pool,
  });
}
