import type { ColumnType, Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';

type InGathering = { communityId: string; gatheringId: string };
type Json = ColumnType<unknown, string | null, string | null>;
type Recorded = { deviceId: string; happenedAt: Date; arrivedAt: Date; recordedBy: string };

declare module '#platform/database/tables.ts' {
  interface Tables {
    'gatherings.hallEntry': InGathering & {
      deviceId: string;
      key: string;
      kind: string;
      subject: string;
      value: Json;
      happenedAt: Date | null;
      arrivedAt: Date;
      enteredBy: string;
      answer: string;
    };
    'gatherings.hallConflict': InGathering & {
      id: string;
      deviceId: string;
      kind: string;
      subject: string;
      base: Json;
      standing: ColumnType<unknown, string, string>;
      arrived: Json;
      happenedAt: Date;
      arrivedAt: Date;
      enteredBy: string;
      settledAt: Generated<Date | null>;
      settledBy: Generated<string | null>;
      settledAs: Generated<string | null>;
    };
    'gatherings.attendance': InGathering & {
      id: string;
      personId: string | null;
      registrationId: string | null;
      name: string | null;
      plainName: string | null;
      presentAt: Date;
      deviceId: string;
      arrivedAt: Date;
      recordedBy: string;
    };
    'gatherings.attendanceCount': InGathering & Recorded & { attribute: string; groupName: string; count: number };
    'gatherings.speakingAnnouncement': InGathering & {
      attribute: string;
      announcedBy: string;
      announcedAt: Date;
      stoppedBy: Generated<string | null>;
      stoppedAt: Generated<Date | null>;
    };
    'gatherings.speakingTotal': InGathering & {
      groupName: string;
      seconds: number;
      turns: number;
      speakers: number;
      deviceId: string;
    };
    'gatherings.handQuestion': InGathering & { position: number; question: string; plain: string; askedAt: Date };
    'gatherings.handCount': InGathering &
      Recorded & {
        position: number;
        attribute: string;
        groupName: string;
        yes: number;
        no: number;
        abstain: number;
      };
    'gatherings.minutesWording': InGathering & {
      version: number;
      text: string;
      locale: string;
      writtenBy: string;
      deviceId: string;
      happenedAt: Date;
      arrivedAt: Date;
    };
    'gatherings.minutesLaying': InGathering & { version: number; laidBy: string; laidAt: Date };
    'gatherings.minutesAnswer': InGathering & {
      version: number;
      personId: string;
      answer: string;
      words: string;
      answeredAt: Date;
    };
  }
}

const line = (table: string, kind: RegisteredTable['class'], more: Partial<RegisteredTable> = {}): RegisteredTable => ({
  table: `gatherings.${table}`,
  distribution: 'community',
  class: kind,
  retention: 'forever',
  archive: true,
  ...more,
});

export const hallTables: readonly RegisteredTable[] = [
  line('hall_entry', 'personal', {
    retention: 'P400D after the gathering, or as many months as the community says when that is sooner',
    archive: false,
  }),
  line('hall_conflict', 'personal', {
    retention: 'P400D after the gathering, or as many months as the community says when that is sooner',
    archive: false,
  }),
  // Lists of who came were misused here: the desk's, then only their number is left.
  line('attendance', 'sensitive', {
    retention: 'P400D after the gathering, or as many months as the community says when that is sooner',
    archive: false,
  }),
  line('attendance_count', 'members'),
  line('speaking_announcement', 'public'),
  line('speaking_total', 'members'),
  line('hand_question', 'public'),
  line('hand_count', 'members'),
  line('minutes_wording', 'members'),
  line('minutes_laying', 'public'),
  line('minutes_answer', 'members'),
];
