import type { ColumnType, Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';

type Json = ColumnType<unknown, string, string>;
type Moment = Generated<Date | null>;
type Person = Generated<string | null>;

declare module '#platform/database/tables.ts' {
  interface Tables {
    'communities.community': {
      id: string;
      slug: string;
      code: string;
      kind: string;
      name: string;
      englishName: Generated<string | null>;
      locale: string;
      about: Generated<string>;
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
    'communities.charter': {
      communityId: string;
      version: number;
      rules: Json;
      writtenAt: Date;
      writtenBy: string;
      why: Generated<string>;
    };
    'communities.benchmark': {
      communityId: string;
      attribute: string;
      groupName: string;
      share: number;
      source: string;
      year: number;
      setAt: Date;
      setBy: string;
    };
    'communities.organisation': {
      id: string;
      slug: string;
      name: string;
      englishName: Generated<string | null>;
      locale: string;
      tier: string;
      kind: string;
      identifier: Generated<string | null>;
      about: Generated<string>;
      country: string;
      registeredAt: Date;
      registeredBy: string;
    };
    'communities.organisationMember': {
      organisationId: string;
      personId: string;
      role: string;
      joinedAt: Date;
      addedBy: string;
      endedAt: Moment;
    };
    'communities.communityOrganisation': {
      communityId: string;
      organisationId: string;
      joinedAt: Date;
      addedBy: string;
      endedAt: Moment;
    };
    'communities.membership': {
      communityId: string;
      id: string;
      personId: string;
      how: string;
      belonging: Generated<string>;
      joinedAt: Date;
      admittedBy: Person;
      secondedBy: Person;
      alone: Generated<boolean>;
      leftAt: Moment;
    };
    'communities.joinRequest': {
      communityId: string;
      id: string;
      personId: string;
      belonging: string;
      words: Generated<string>;
      askedAt: Date;
      firstYesBy: Person;
      firstYesAt: Moment;
      answeredAt: Moment;
      answeredBy: Person;
      answer: Generated<string | null>;
      answerWords: Generated<string>;
    };
    'communities.cardGiven': { communityId: string; personId: string; givenBy: string; givenAt: Date };
    'communities.vouch': { communityId: string; personId: string; vouchedBy: string; vouchedAt: Date };
    'communities.roleGrant': {
      communityId: string;
      id: string;
      personId: string;
      role: string;
      grantedAt: Date;
      grantedBy: string;
      secondedBy: string | null;
      alone: Generated<boolean>;
      endedAt: Moment;
      endedBy: Person;
      endSecondedBy: Person;
      recalledBy: Generated<number | null>;
    };
    'communities.roleChange': {
      communityId: string;
      id: string;
      change: string;
      personId: string;
      role: string;
      successorId: Person;
      why: Generated<string>;
      proposedAt: Date;
      proposedBy: string;
      closedAt: Moment;
      closedBy: Person;
      outcome: Generated<string | null>;
    };
    'communities.recallVoice': { communityId: string; changeId: string; personId: string; raisedAt: Date };
    'communities.attribute': {
      communityId: string;
      personId: string;
      attribute: string;
      groupName: string | null;
      purpose: string;
      consentedAt: Date;
    };
    'communities.helpLine': {
      communityId: string;
      id: string;
      name: string;
      contact: string;
      hours: Generated<string>;
      enteredAt: Date;
      enteredBy: string;
      endedAt: Moment;
    };
    'communities.invitationList': {
      communityId: string;
      id: string;
      source: string;
      madeAt: Date;
      madeBy: string | null;
      invited: Generated<number>;
      appliedAt: Moment;
      undoneAt: Moment;
      undoneBy: Person;
    };
    'communities.invitation': {
      communityId: string;
      id: string;
      listId: string;
      name: string;
      email: string | null;
      phone: string | null;
      locale: string;
      tokenHash: Generated<string | null>;
      sentAt: Moment;
      expiresAt: Date;
      answeredAt: Moment;
      answer: Generated<string | null>;
      personId: Person;
    };
  }
}

const forever = { retention: 'forever', archive: true } as const;

/** This room's lines of the register. */
export const communitiesTables: readonly RegisteredTable[] = [
  { table: 'communities.community', distribution: 'reference', class: 'public', ...forever },
  { table: 'communities.number_counter', distribution: 'community', class: 'public', ...forever },
  { table: 'communities.charter', distribution: 'community', class: 'public', ...forever },
  { table: 'communities.benchmark', distribution: 'community', class: 'public', ...forever },
  { table: 'communities.organisation', distribution: 'reference', class: 'public', ...forever },
  { table: 'communities.organisation_member', distribution: 'reference', class: 'members', ...forever },
  { table: 'communities.community_organisation', distribution: 'community', class: 'public', ...forever },
  { table: 'communities.membership', distribution: 'community', class: 'members', ...forever },
  {
    table: 'communities.join_request',
    distribution: 'community',
    class: 'personal',
    retention: 'P1Y',
    agedBy: 'answered_at',
    archive: false,
  },
  { table: 'communities.card_given', distribution: 'community', class: 'members', ...forever },
  { table: 'communities.vouch', distribution: 'community', class: 'members', ...forever },
  { table: 'communities.role_grant', distribution: 'community', class: 'public', ...forever },
  { table: 'communities.role_change', distribution: 'community', class: 'members', ...forever },
  { table: 'communities.recall_voice', distribution: 'community', class: 'secret', ...forever },
  {
    table: 'communities.attribute',
    distribution: 'community',
    class: 'sensitive',
    retention: 'until withdrawn',
    archive: false,
  },
  { table: 'communities.help_line', distribution: 'community', class: 'public', ...forever },
  { table: 'communities.invitation_list', distribution: 'community', class: 'members', ...forever },
  {
    table: 'communities.invitation',
    distribution: 'community',
    class: 'personal',
    retention: 'P30D unanswered',
    archive: false,
  },
];
