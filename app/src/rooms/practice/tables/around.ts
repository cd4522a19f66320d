import type { Generated } from 'kysely';

/** The circle, the plan, what each can share and wishes to learn. */
declare module '#platform/database/tables.ts' {
  interface Tables {
    'practice.circleSeat': {
      communityId: string;
      id: string;
      personId: string;
      organisationId: string | null;
      chosenBy: string;
      seatedAt: Date;
      seatedBy: string;
      untilOn: string | null;
      endedAt: Generated<Date | null>;
      endedBy: Generated<string | null>;
      endedWhy: Generated<string | null>;
    };
    'practice.planItem': {
      communityId: string;
      id: string;
      what: string;
      locale: string;
      personId: string | null;
      organisationId: string | null;
      dueOn: string | null;
      addedAt: Date;
      addedBy: string;
    };
    'practice.planChange': {
      communityId: string;
      id: string;
      itemId: string;
      state: string;
      dueOn: string | null;
      words: string;
      changedAt: Date;
      changedBy: string;
    };
    'practice.topic': {
      communityId: string;
      id: string;
      kind: string;
      personId: string | null;
      organisationId: string | null;
      words: string;
      locale: string;
      tags: string[];
      pairing: string;
      saidBy: string;
      saidAt: Date;
      takenBackAt: Generated<Date | null>;
      takenBackBy: Generated<string | null>;
    };
    'practice.introduction': {
      communityId: string;
      id: string;
      shareId: string;
      shareKind: Generated<string>;
      wishId: string;
      wishKind: Generated<string>;
      askingSide: string;
      askedBy: string;
      askedAt: Date;
    };
    'practice.introductionAnswer': {
      communityId: string;
      introductionId: string;
      answer: string;
      answeredBy: string;
      answeredAt: Date;
    };
  }
}
