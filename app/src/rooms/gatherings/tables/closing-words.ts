import type { Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';

type InGathering = { communityId: string; gatheringId: string };
type OfConclusion = { communityId: string; conclusionId: string };

declare module '#platform/database/tables.ts' {
  interface Tables {
    'gatherings.reflection': InGathering & {
      id: string;
      text: string;
      locale: string;
      channel: string;
      writtenBy: string | null;
      writerName: string;
      signsAs: string;
      writer: string | null;
      enteredBy: string | null;
      writtenAt: Date;
    };
    'gatherings.conclusion': InGathering & { id: string; number: number; writtenBy: string; writtenAt: Date };
    'gatherings.conclusionWording': OfConclusion & {
      version: number;
      text: string;
      locale: string;
      writtenBy: string;
      writtenAt: Date;
    };
    'gatherings.conclusionConfirmation': OfConclusion & { version: number; personId: string; confirmedAt: Date };
    'gatherings.conclusionAmendment': OfConclusion & {
      id: string;
      version: number;
      text: string;
      locale: string;
      why: string;
      proposedBy: string;
      signsAs: string;
      proposedAt: Date;
      answer: Generated<string | null>;
      answeredBy: Generated<string | null>;
      answeredAt: Generated<Date | null>;
      answerWords: Generated<string>;
      intoVersion: Generated<number | null>;
    };
    'gatherings.nextStep': InGathering & {
      position: number;
      commitmentId: string;
      recordedBy: string;
      recordedAt: Date;
    };
  }
}

const line = (table: string, kind: RegisteredTable['class'] = 'public'): RegisteredTable => ({
  table: `gatherings.${table}`,
  distribution: 'community',
  class: kind,
  retention: 'forever',
  archive: true,
});

export const closingTables: readonly RegisteredTable[] = [
  line('reflection', 'personal'),
  line('conclusion'),
  line('conclusion_wording'),
  line('conclusion_confirmation', 'personal'),
  line('conclusion_amendment', 'personal'),
  line('next_step'),
];
