import type { Generated } from 'kysely';

type OfCase = { communityId: string; caseId: string };

/** Cases, their wordings and contributors, and lessons. */
declare module '#platform/database/tables.ts' {
  interface Tables {
    'practice.libraryCase': {
      communityId: string;
      id: string;
      number: number;
      organisationId: string | null;
      homeCommunityId: string | null;
      creditOrder: Generated<string>;
      begunAt: Date;
      writtenBy: string;
      depth: number;
      fromCaseId: string | null;
      fromDepth: number | null;
      how: string | null;
    };
    'practice.wording': OfCase & {
      version: number;
      title: string;
      locale: string;
      place: string;
      country: string;
      happened: string;
      context: string;
      done: string;
      changed: string;
      failed: string;
      notWhere: string;
      costAmount: number | null;
      costCurrency: string | null;
      costWords: string;
      languages: string[];
      tags: string[];
      goals: number[];
      why: string;
      writtenAt: Date;
      writtenBy: string;
    };
    'practice.picture': OfCase & { position: number; fileHash: string; words: string };
    'practice.contributor': OfCase & {
      id: string;
      position: number;
      personId: string | null;
      organisationId: string | null;
      outsideName: string | null;
      outsideTier: string | null;
      part: string;
      addedAt: Date;
      addedBy: string;
      removedAt: Generated<Date | null>;
      removedBy: Generated<string | null>;
    };
    'practice.credit': OfCase & {
      id: string;
      contributorId: string;
      answer: string;
      told: boolean;
      saidAt: Date;
      saidBy: string;
    };
    'practice.publication': OfCase & { publishedAt: Date; publishedBy: string };
    'practice.takingBack': OfCase & { takenBackAt: Date; takenBackBy: string; why: string };
    'practice.lesson': {
      communityId: string;
      id: string;
      caseId: string | null;
      gatheringId: string | null;
      words: string;
      locale: string;
      organisationId: string | null;
      signsAs: string;
      drawnAt: Date;
      drawnBy: string;
      takenBackAt: Generated<Date | null>;
      takenBackBy: Generated<string | null>;
    };
  }
}
