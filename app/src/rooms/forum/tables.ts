import type { ColumnType, Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';

type Json = ColumnType<unknown, string, string>;

declare module '#platform/database/tables.ts' {
  interface Tables {
    'forum.thread': {
      communityId: string;
      id: string;
      number: number;
      title: string;
      locale: string;
      startedBy: string;
      startedAt: Date;
      stirredAt: Date;
      posts: Generated<number>;
      aboutKind: string | null;
      aboutId: string | null;
      aboutPage: string | null;
    };
    'forum.threadClosure': { communityId: string; threadId: string; closedAt: Date; closedBy: string; reason: string };
    'forum.post': {
      communityId: string;
      id: string;
      threadId: string;
      authorId: string;
      actingForId: string | null;
      signsAs: string;
      channel: Generated<string>;
      enteredBy: string | null;
      text: string;
      locale: string;
      repliesTo: string | null;
      writtenAt: Date;
    };
    'forum.wording': { communityId: string; postId: string; version: number; text: string; untilAt: Date };
    'forum.picture': { communityId: string; postId: string; position: number; fileHash: string; words: string };
    'forum.follow': { communityId: string; threadId: string; personId: string; since: Date };
    'forum.readMark': { personId: string; threadId: string; readAt: Date };
    'forum.report': {
      communityId: string;
      postId: string;
      reportedBy: string;
      reason: string;
      words: Generated<string>;
      reportedAt: Date;
      answeredAt: Generated<Date | null>;
      answeredBy: Generated<string | null>;
      outcome: Generated<string | null>;
    };
    'forum.fold': {
      communityId: string;
      id: string;
      postId: string;
      reason: string;
      answer: Generated<string>;
      source: Generated<string>;
      foldedAt: Date;
      foldedBy: string;
      needsSecondBy: Date;
      secondedAt: Generated<Date | null>;
      secondedBy: Generated<string | null>;
      unfoldedAt: Generated<Date | null>;
      unfoldedBy: Generated<string | null>;
      unfoldedHow: Generated<string | null>;
    };
    'forum.appeal': {
      communityId: string;
      foldId: string;
      words: string;
      madeAt: Date;
      answeredAt: Generated<Date | null>;
      answeredBy: Generated<string | null>;
      upheld: Generated<boolean | null>;
      answer: Generated<string | null>;
    };
    'forum.conversation': {
      communityId: string;
      id: string;
      number: number;
      title: string;
      locale: string;
      startedAt: Date;
      importedFrom: string;
      importedAt: Date;
      importedBy: string | null;
      voters: Generated<number>;
      marks: Generated<number>;
      shownAt: Date | null;
    };
    'forum.statement': {
      communityId: string;
      conversationId: string;
      position: number;
      text: string;
      locale: string;
      agreed: number;
      disagreed: number;
      passed: number;
      out: boolean;
    };
    'forum.importedVoter': {
      communityId: string;
      conversationId: string;
      voter: number;
      positions: number[];
      marks: number[];
    };
    'forum.pictureOfOpinion': { communityId: string; conversationId: string; drawnAt: Date; picture: Json };
  }
}

const kept = { distribution: 'community', retention: 'forever', archive: true } as const;

/** This room's lines of the register. */
export const forumTables: readonly RegisteredTable[] = [
  { table: 'forum.thread', class: 'public', ...kept },
  { table: 'forum.thread_closure', class: 'public', ...kept },
  { table: 'forum.post', class: 'public', ...kept },
  { table: 'forum.wording', class: 'public', ...kept, through: ['post_id'] },
  { table: 'forum.picture', class: 'public', ...kept, through: ['post_id'] },
  { table: 'forum.follow', class: 'personal', ...kept, retention: 'until left', archive: false },
  { table: 'forum.read_mark', distribution: 'person', class: 'personal', retention: 'until erased', archive: false },
  { table: 'forum.report', class: 'sensitive', ...kept, retention: 'P1Y', agedBy: 'answered_at' },
  { table: 'forum.fold', class: 'members', ...kept, through: ['post_id'] },
  { table: 'forum.appeal', class: 'sensitive', ...kept, through: ['fold_id'] },
  { table: 'forum.conversation', class: 'public', ...kept },
  { table: 'forum.statement', class: 'public', ...kept },
  { table: 'forum.imported_voter', class: 'public', ...kept },
  { table: 'forum.picture_of_opinion', class: 'public', ...kept },
];
