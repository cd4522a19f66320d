import type { NamedAs } from './records.ts';

/** In a report that everyone reads, a name stands only where its owner signs by name (harm.md 7). */
export function namedAs(
  person: { readonly name: string; readonly signsAs: string } | undefined,
  signsAs: string,
): NamedAs {
  if (!person) return { unnamed: 'former' };
  if (signsAs === 'name' && person.signsAs === 'name' && person.name !== '') return { name: person.name };
  return { unnamed: signsAs === 'member' ? 'member' : 'somebody' };
}
