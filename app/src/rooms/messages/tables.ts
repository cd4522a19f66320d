import type { ColumnType, Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';

type Facts = ColumnType<Record<string, string | number>, string, string>;

interface ToldTable {
  personId: string;
  id: string;
  communityId: string | null;
  kind: string;
  facts: Facts;
  href: string;
  about: string;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    'messages.notice': ToldTable & { toldAt: Date; readAt: Generated<Date | null>; mailDueAt: Date | null };
    'messages.delivery': {
      personId: string;
      noticeId: string;
      claimedAt: Date;
      sentAt: Generated<Date | null>;
      trouble: Generated<string | null>;
    };
    'messages.reminder': ToldTable & {
      dueAt: Date;
      remindedAt: Generated<Date | null>;
      calledOffAt: Generated<Date | null>;
    };
    'messages.preference': { personId: string; mail: string; wayOut: string; changedAt: Date };
    'messages.digest': {
      personId: string;
      id: string;
      coversUntil: Date;
      items: number;
      sentAt: Generated<Date | null>;
      trouble: Generated<string | null>;
    };
  }
}

/** This room's lines of the register. */
export const messagesTables: readonly RegisteredTable[] = [
  {
    table: 'messages.notice',
    distribution: 'person',
    class: 'personal',
    retention: 'P1Y',
    agedBy: 'told_at',
    archive: false,
  },
  {
    table: 'messages.delivery',
    distribution: 'person',
    class: 'personal',
    retention: 'P1Y',
    agedBy: 'claimed_at',
    archive: false,
  },
  {
    table: 'messages.reminder',
    distribution: 'person',
    class: 'personal',
    retention: 'P1Y',
    agedBy: 'due_at',
    archive: false,
  },
  {
    table: 'messages.preference',
    distribution: 'person',
    class: 'personal',
    retention: 'until erased',
    archive: false,
    locks: ['way_out'],
  },
  {
    table: 'messages.digest',
    distribution: 'person',
    class: 'personal',
    retention: 'P1Y',
    agedBy: 'covers_until',
    archive: false,
  },
];
