import type { Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';

type InGathering = { communityId: string; gatheringId: string };

declare module '#platform/database/tables.ts' {
  interface Tables {
    'gatherings.gathering': {
      communityId: string;
      id: string;
      number: number;
      kind: string;
      theme: string;
      about: string;
      locale: string;
      place: string;
      link: string | null;
      startsAt: Date;
      endsAt: Date;
      places: number | null;
      registrationUntil: Date | null;
      audience: Generated<string>;
      calledBy: string;
      actingForId: string | null;
      calledAt: Date;
      revisedAt: Generated<Date | null>;
    };
    'gatherings.host': InGathering & {
      position: number;
      organisationId: string | null;
      hostCommunityId: string | null;
    };
    'gatherings.agendaItem': InGathering & {
      position: number;
      startsAt: Date;
      minutes: number;
      title: string;
      about: string;
      ledBy: string;
    };
    'gatherings.role': InGathering & {
      personId: string;
      role: string;
      givenBy: string;
      givenAt: Date;
      endedAt: Generated<Date | null>;
    };
    'gatherings.revision': InGathering & {
      version: number;
      revisedBy: string;
      revisedAt: Date;
      earlierTheme: string;
      earlierPlace: string;
      earlierLink: string | null;
      earlierStartsAt: Date;
      earlierEndsAt: Date;
    };
    'gatherings.callingOff': InGathering & { calledOffBy: string; calledOffAt: Date; why: string };
  }
}

const line = (table: string): RegisteredTable => ({
  table: `gatherings.${table}`,
  distribution: 'community',
  class: 'public',
  retention: 'forever',
  archive: true,
});

export const callingTables: readonly RegisteredTable[] = [
  line('gathering'),
  line('host'),
  line('agenda_item'),
  line('role'),
  line('revision'),
  line('calling_off'),
];
