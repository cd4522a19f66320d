import type { Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';
import type { Audience, Reply, SignsAs, State, TakingBackReason } from './words.ts';

interface OfCommitment {
  communityId: string;
  commitmentId: string;
}

/** The text that lies in a fold. */
export interface KeptText {
  readonly what?: string;
  readonly words?: string;
  readonly why?: string;
  readonly locale: string;
  readonly signsAs?: SignsAs;
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    'commitments.commitment': {
      communityId: string;
      id: string;
      number: number;
      what: string;
      words: string;
      locale: string;
      byPersonId: string | null;
      byOrganisationId: string | null;
      byName: string | null;
      signsAs: SignsAs;
      toOrganisationId: string | null;
      toCommunityId: string | null;
      /** Days as `2026-11-24`. */
      madeOn: string;
      dueOn: string | null;
      originKind: string | null;
      originId: string | null;
      originAddress: string | null;
      originTitle: string | null;
      audience: Audience;
      recordedBy: string | null;
      recordedAt: Date;
      writtenByOther: boolean;
      standsDueOn: string | null;
      state: Generated<State>;
    };
    'commitments.asking': OfCommitment & {
      months: number;
      dueAt: Date;
      askedAt: Generated<Date | null>;
      calledOffAt: Generated<Date | null>;
    };
    'commitments.answer': OfCommitment & {
      id: string;
      answer: Reply;
      newOn: string | null;
      words: string;
      locale: string;
      months: number | null;
      answeredBy: string;
      actingForId: string | null;
      signsAs: SignsAs;
      answeredAt: Date;
    };
    'commitments.ownWord': OfCommitment & {
      id: string;
      words: string;
      locale: string;
      saidBy: string;
      saidAt: Date;
    };
    'commitments.agreement': OfCommitment & {
      id: string;
      what: string;
      dueOn: string | null;
      why: string;
      locale: string;
      agreedBy: string;
      agreedAt: Date;
    };
    'commitments.takingBack': OfCommitment & {
      reason: TakingBackReason;
      why: string;
      takenBackBy: string | null;
      takenBackAt: Date;
    };
  }
}

/** Some words are for members only, and a row does not say so in every table. */
const line = (table: string): RegisteredTable => ({
  table: `commitments.${table}`,
  distribution: 'community',
  class: 'members',
  retention: 'forever',
  archive: true,
});

/** This room's lines of the register. */
export const commitmentsTables: readonly RegisteredTable[] = [
  line('commitment'),
  line('asking'),
  line('answer'),
  line('own_word'),
  line('agreement'),
  line('taking_back'),
];
