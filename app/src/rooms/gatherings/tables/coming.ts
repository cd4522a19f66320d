import type { Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';

type InGathering = { communityId: string; gatheringId: string };

declare module '#platform/database/tables.ts' {
  interface Tables {
    'gatherings.invitation': InGathering & {
      id: string;
      kind: string;
      role: string | null;
      organisationId: string | null;
      name: string | null;
      invitedBy: string;
      invitedAt: Date;
    };
    'gatherings.invitee': InGathering & { personId: string; invitationId: string; toldAt: Date };
    'gatherings.registration': InGathering & {
      id: string;
      personId: string | null;
      name: string | null;
      channel: string;
      enteredBy: string;
      registeredAt: Date;
      seat: number | null;
      seatedAt: Date | null;
      withdrawnAt: Generated<Date | null>;
      withdrawnBy: Generated<string | null>;
      forgottenAt: Generated<Date | null>;
    };
    'gatherings.registrationWish': {
      communityId: string;
      registrationId: string;
      language: string;
      access: string;
      children: number;
      travel: string;
    };
  }
}

const line = (table: string, more: Partial<RegisteredTable> = {}): RegisteredTable => ({
  table: `gatherings.${table}`,
  distribution: 'community',
  class: 'personal',
  retention: 'forever',
  archive: true,
  ...more,
});

export const comingTables: readonly RegisteredTable[] = [
  line('invitation', { retention: 'a name on paper: P30D after the gathering' }),
  line('invitee', { retention: 'P30D after the gathering', archive: false }),
  line('registration', { retention: 'a name without account: P30D after the gathering' }),
  line('registration_wish', {
    class: 'sensitive',
    retention: 'P30D after the gathering',
    archive: false,
    through: ['registration_id'],
  }),
];
