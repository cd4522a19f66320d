import type { Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    'people.person': {
      id: string;
      name: string;
      locale: string;
      signsAs: Generated<string>;
      cameAt: Date;
    };
    'people.erasure': { personId: string; erasedAt: Date };
  }
}

/** This room's lines of the register. */
export const peopleTables: readonly RegisteredTable[] = [
  { table: 'people.person', distribution: 'reference', class: 'personal', retention: 'until erased', archive: true },
  { table: 'people.erasure', distribution: 'reference', class: 'personal', retention: 'forever', archive: true },
];
