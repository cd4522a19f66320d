/**
 * A posted form as a plain object: `title=…` becomes `{title}`, `options[]=a&options[]=b` a list,
 * `rows.3.title=…` a list of objects. Text is trimmed and composed (NFC); files and the form key are left out.
 */
export function formObject(data: FormData): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of data.entries()) {
    if (typeof value !== 'string' || name.startsWith('_') || name.startsWith('/')) continue;
    const text = value.replaceAll('\r\n', '\n').normalize('NFC').trim();
    if (name.endsWith('[]')) {
      const key = name.slice(0, -2);
      const list = result[key];
      if (Array.isArray(list)) list.push(text);
      else result[key] = [text];
    } else place(result, name.split('.'), text);
  }
  return result;
}

/**
 * The key under which a form is done once, and for a list with a button a row under which that row is. What no page of ours
 * could have made is no key.
 */
export function keyOf(data: FormData, perRow?: string): string | undefined {
  const key = data.get('_key');
  if (typeof key !== 'string' || !/^[\w-]{8,64}$/.test(key)) return undefined;
  const row = perRow ? data.get(perRow) : undefined;
  return typeof row === 'string' ? `${key} ${row.slice(0, 20)}` : key;
}

const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

function place(into: Record<string, unknown>, path: readonly string[], value: string): void {
  if (path.some((part) => UNSAFE.has(part)) || path.length > 4) return;
  let node = into;
  for (let at = 0; at < path.length - 1; at += 1) {
    const next = node[path[at]];
    if (next && typeof next === 'object') node = next as Record<string, unknown>;
    else {
      const made: Record<string, unknown> = /^\d{1,3}$/.test(path[at + 1])
        ? ([] as unknown as Record<string, unknown>)
        : {};
      node[path[at]] = made;
      node = made;
    }
  }
  node[path[path.length - 1]] = value;
}
