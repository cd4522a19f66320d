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
  { table: 'forum.conversation', class: 'public', ...kept },
  { table: 'forum.statement', class: 'public', ...kept },
  { table: 'forum.imported_voter', class: 'public', ...kept },
  { table: 'forum.picture_of_opinion', class: 'public', ...kept },
];
