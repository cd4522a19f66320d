import type { ColumnType, Generated } from 'kysely';
import { AS_COMMUNITY_SAYS, type RegisteredTable } from '#platform/register.ts';

/** What was taken out of its place: how it was called, what it said, and what its room needs to put it back. */
export interface Kept {
  readonly title: string;
  readonly text: string;
  readonly back: unknown;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    'moderation.report': {
      communityId: string;
      kind: string;
      subjectId: string;
      reportedBy: string;
      reason: string;
      words: Generated<string>;
      reportedAt: Date;
      answeredAt: Generated<Date | null>;
      answeredBy: Generated<string | null>;
      outcome: Generated<string | null>;
    };
    'moderation.fold': {
      communityId: string;
      id: string;
      kind: string;
      subjectId: string;
      authorId: string | null;
      reason: string;
      answer: Generated<string>;
      source: Generated<string>;
      kept: ColumnType<Kept | null, string | undefined, string | null>;
      foldedAt: Date;
      foldedBy: string;
      needsSecondBy: Date;
      secondedAt: Generated<Date | null>;
      secondedBy: Generated<string | null>;
      unfoldedAt: Generated<Date | null>;
      unfoldedBy: Generated<string | null>;
      unfoldedHow: Generated<string | null>;
    };
    'moderation.appeal': {
      communityId: string;
      foldId: string;
      words: string;
      madeAt: Date;
      answeredAt: Generated<Date | null>;
      answeredBy: Generated<string | null>;
      upheld: Generated<boolean | null>;
      answer: Generated<string | null>;
    };
  }
}

const kept = { distribution: 'community', class: 'sensitive', retention: 'forever', archive: true } as const;

/** This room's lines of the register. */
export const moderationTables: readonly RegisteredTable[] = [
  { table: 'moderation.report', ...kept, retention: 'P1Y', agedBy: 'answered_at' },
  { table: 'moderation.fold', ...kept },
  {
    ...{ table: 'moderation.appeal', ...kept, through: ['fold_id'] },
    ...{ retention: AS_COMMUNITY_SAYS, agedBy: 'answered_at' },
  },
];
