import type { SignsAs } from '../words.ts';

/** How somebody appears beside what they said: `name` may be shown; else the words for a member, a former one, or somebody. */
export interface Named {
  readonly name: string;
  readonly signed: 'name' | 'member' | 'former' | 'somebody';
}

/** By name · as "a member" · by name only for those inside (harm.md 7). */
export function named(row: { readonly name: string; readonly signsAs: string }, inside: boolean): Named {
  if (row.name === '') return { name: '', signed: 'former' };
  return mayShow(row.signsAs, inside) ? { name: row.name, signed: 'name' } : { name: '', signed: 'member' };
}

/** A name that was written down for somebody who has no account. */
export const writtenName = (row: { readonly name: string; readonly signsAs: SignsAs }, inside: boolean): Named =>
  mayShow(row.signsAs, inside) ? { name: row.name, signed: 'name' } : { name: '', signed: 'somebody' };

const mayShow = (signsAs: string, inside: boolean) => signsAs === 'name' || (signsAs === 'inside' && inside);
