import type { ColumnType, Generated } from 'kysely';
import type { RegisteredTable } from './register.ts';

type Json = ColumnType<unknown, string | null, string | null>;

declare module './database/tables.ts' {
  interface Tables {
    'platform.setting': { key: string; value: string; setAt: Date };
    'platform.announcement': {
      communityId: string;
      id: string;
      kind: string;
      facts: Json;
      announcedAt: Date;
      heardAt: Generated<Date | null>;
    };
    'platform.hearing': { communityId: string; announcementId: string; listener: string; heardAt: Date };
    'platform.doneOnce': { ownerId: string; key: string; action: string; result: Json; doneAt: Date };
    'platform.limitHit': { key: string; windowStartsAt: Date; hits: number };
    'platform.searchEntry': {
      communityId: string;
      kind: string;
      id: string;
      number: number | null;
      audience: string;
      title: string;
      locale: string | null;
      opening: Generated<string>;
      path: string;
      plain: string;
      changedAt: Date;
    };
    'platform.file': {
      communityId: string;
      hash: string;
      mediaType: string;
      bytes: Buffer;
      width: number | null;
      height: number | null;
      storedAt: Date;
    };
    'platform.withheldFile': {
      communityId: string;
      hash: string;
      forId: string;
      ownerId: string | null;
      withheldAt: Date;
    };
    'platform.heldImport': {
      communityId: string;
      id: string;
      kind: string;
      heldFor: string;
      source: string;
      preview: Json;
      heldAt: Date;
    };
  }
}

/** The platform's own lines of the register. */
export const platformTables: readonly RegisteredTable[] = [
  { table: 'platform.migration', distribution: 'local', class: 'public', retention: 'forever', archive: false },
  { table: 'platform.setting', distribution: 'local', class: 'public', retention: 'forever', archive: false },
  {
    table: 'platform.announcement',
    distribution: 'community',
    class: 'members',
    retention: 'P90D',
    agedBy: 'heard_at',
    archive: false,
  },
  {
    table: 'platform.hearing',
    distribution: 'community',
    class: 'members',
    retention: 'P90D',
    agedBy: 'heard_at',
    archive: false,
  },
  {
    table: 'platform.done_once',
    distribution: 'person',
    class: 'personal',
    retention: 'P7D',
    agedBy: 'done_at',
    archive: false,
  },
  {
    table: 'platform.limit_hit',
    distribution: 'local',
    class: 'personal',
    retention: 'P1D',
    agedBy: 'window_starts_at',
    archive: false,
  },
  { table: 'platform.search_entry', distribution: 'community', class: 'members', retention: 'forever', archive: false },
  {
    table: 'platform.held_import',
    distribution: 'community',
    class: 'personal',
    retention: 'P1D',
    agedBy: 'held_at',
    archive: false,
  },
  { table: 'platform.file', distribution: 'community', class: 'members', retention: 'forever', archive: true },
  {
    table: 'platform.withheld_file',
    distribution: 'community',
    class: 'members',
    retention: 'until unfolded',
    archive: true,
  },
];
