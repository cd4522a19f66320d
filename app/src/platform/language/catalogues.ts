import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Locale → `room.key` → MessageFormat 2 source. */
export type Catalogues = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Reads `<folder>/<locale>/<room>.json`. A file is an object of keys, nested at will: `{"invalid": {"title": "…"}}`
 * in `needs.json` is the key `needs.invalid.title`. Throws when a file is not JSON or a leaf is not text.
 */
export function readCatalogues(folder: string): Catalogues {
  const catalogues = new Map<string, Map<string, string>>();
  for (const locale of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const messages = new Map<string, string>();
    for (const file of readdirSync(join(folder, locale.name)).filter((name) => name.endsWith('.json'))) {
      const path = join(folder, locale.name, file);
      flatten(JSON.parse(readFileSync(path, 'utf8')), file.replace('.json', ''), messages);
    }
    catalogues.set(locale.name, messages);
  }
  return catalogues;
}

function flatten(node: unknown, key: string, into: Map<string, string>): void {
  if (typeof node === 'string') into.set(key, node);
  else if (node && typeof node === 'object' && !Array.isArray(node))
    for (const [name, child] of Object.entries(node)) flatten(child, `${key}.${name}`, into);
  else throw new TypeError(`${key} is not text`);
}
