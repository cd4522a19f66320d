import type { Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    'communities.community': {
      id: string;
      slug: string;
      kind: string;
      name: string;
      locale: string;
      place: string;
      country: string;
      timeZone: string;
      latitude: number | null;
      longitude: number | null;
      joining: Generated<string>;
      foundedAt: Date;
      foundedBy: string;
    };
    'communities.numberCounter': { communityId: string; lastNumber: number };
    'communities.organisation': {
      id: string;
      slug: string;
      name: string;
      tier: string;
      kind: string;
      country: string;
      registeredAt: Date;
    };
    'communities.organisationMember': {
      organisationId: string;
      personId: string;
      role: string;
      joinedAt: Date;
      endedAt: Date | null;
    };
    'communities.communityOrganisation': {
      communityId: string;
      organisationId: string;
      joinedAt: Date;
      addedBy: string;
    };
    'communities.membership': {
      communityId: string;
      id: string;
      personId: string;
      how: string;
      joinedAt: Date;
      leftAt: Generated<Date | null>;
    };
    'communities.roleGrant': {
      communityId: string;
      id: string;
      personId: string;
      role: string;
      grantedAt: Date;
      grantedBy: string;
      secondedBy: string | null;
      endedAt: Generated<Date | null>;
      endedBy: Generated<string | null>;
    };
  }
}

/** This room's lines of the register. */
export const communitiesTables: readonly RegisteredTable[] = [
  { table: 'communities.community', distribution: 'reference', class: 'public', retention: 'forever', archive: true },
  { table: 'communities.number_counter', distribution: 'community', class: 'public', retention: 'forever', archive: true },
  { table: 'communities.organisation', distribution: 'reference', class: 'public', retention: 'forever', archive: true },
  { table: 'communities.organisation_member', distribution: 'reference', class: 'members', retention: 'forever', archive: true },
  { table: 'communities.community_organisation', distribution: 'community', class: 'public', retention: 'forever', archive: true },
  { table: 'communities.membership', distribution: 'community', class: 'members', retention: 'forever', archive: true },
  { table: 'communities.role_grant', distribution: 'community', class: 'public', retention: 'forever', archive: true },
];
