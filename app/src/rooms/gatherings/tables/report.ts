import type { Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';

type InGathering = { communityId: string; gatheringId: string };

declare module '#platform/database/tables.ts' {
  interface Tables {
    'gatherings.reportText': InGathering & {
      place: string;
      version: number;
      text: string;
      locale: string;
      writtenBy: string;
      writtenAt: Date;
    };
    'gatherings.reportPublishing': InGathering & {
      number: number;
      publishedBy: string;
      publishedAt: Date;
      withdrawnBy: Generated<string | null>;
      withdrawnAt: Generated<Date | null>;
      why: Generated<string | null>;
    };
    'gatherings.speakerLink': InGathering & {
      id: string;
      speakerId: string;
      tokenHash: string;
      madeBy: string;
      madeAt: Date;
      endsAt: Date;
      endedAt: Generated<Date | null>;
    };
    'gatherings.wordsObjection': {
      communityId: string;
      id: string;
      wordsId: string;
      text: string;
      personId: string | null;
      linkId: string | null;
      saidAt: Date;
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

export const reportTables: readonly RegisteredTable[] = [
  line('report_text'),
  line('report_publishing'),
  { ...line('speaker_link', 'sensitive'), archive: false },
  line('words_objection', 'personal'),
];
