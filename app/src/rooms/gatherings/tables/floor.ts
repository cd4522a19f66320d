import type { Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';

type InGathering = { communityId: string; gatheringId: string };

declare module '#platform/database/tables.ts' {
  interface Tables {
    'gatherings.speaker': InGathering & {
      id: string;
      position: number;
      personId: string | null;
      name: string;
      organisationId: string | null;
      organisation: string;
      country: string | null;
      addedBy: string;
      addedAt: Date;
      withdrawnBy: Generated<string | null>;
      withdrawnAt: Generated<Date | null>;
    };
    'gatherings.speakerDeclaration': {
      communityId: string;
      speakerId: string;
      about: string;
      said: string;
      how: string;
      personId: string | null;
      saidBy: string;
      saidAt: Date;
    };
    'gatherings.question': InGathering & {
      id: string;
      number: number;
      text: string;
      locale: string;
      channel: string;
      askedBy: string | null;
      askerName: string;
      actingForId: string | null;
      signsAs: string;
      asker: string | null;
      groupPosition: number | null;
      heardBefore: Generated<boolean>;
      enteredBy: string | null;
      askedAt: Date;
      state: Generated<string>;
    };
    'gatherings.floorGroup': InGathering & { position: number; name: string; endedAt: Generated<Date | null> };
    'gatherings.questionCounter': InGathering & { lastNumber: number };
    'gatherings.questionSupport': InGathering & {
      questionId: string;
      supporter: string;
      personId: string | null;
      channel: string;
      supportedAt: Date;
    };
    'gatherings.questionRecord': InGathering & {
      questionId: string;
      id: string;
      state: string;
      speakerId: string | null;
      byName: string;
      dueOn: string | null;
      words: string;
      locale: string;
      recordedBy: string;
      recordedAt: Date;
    };
    'gatherings.speakerWords': InGathering & {
      speakerId: string;
      id: string;
      kind: string;
      questionId: string | null;
      version: number;
      text: string;
      locale: string;
      writtenBy: string;
      writtenAt: Date;
    };
    'gatherings.wordsApproval': {
      communityId: string;
      wordsId: string;
      how: string;
      approvedBy: string | null;
      approvedAt: Date;
      linkId: Generated<string | null>;
      witness: Generated<string | null>;
    };
    'gatherings.onFloor': InGathering & {
      id: string;
      speakerId: string | null;
      agendaPosition: number | null;
      putBy: string;
      putAt: Date;
    };
    'gatherings.floorTurn': InGathering & { id: string; questions: string; turnedBy: string; turnedAt: Date };
  }
}

const line = (table: string, kind: RegisteredTable['class'] = 'public'): RegisteredTable => ({
  table: `gatherings.${table}`,
  distribution: 'community',
  class: kind,
  retention: 'forever',
  archive: true,
});

export const floorTables: readonly RegisteredTable[] = [
  line('speaker'),
  line('speaker_declaration', 'sensitive'),
  line('question', 'personal'),
  line('floor_group'),
  line('question_counter'),
  line('question_support', 'personal'),
  line('question_record'),
  line('speaker_words', 'personal'),
  line('words_approval'),
  line('on_floor'),
  line('floor_turn'),
];
