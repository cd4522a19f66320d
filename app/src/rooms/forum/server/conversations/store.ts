import type { Context } from '#platform/context.ts';

export async function saveConversation(
  context: Context,
  conversation: {
    communityId: string;
    id: string;
    number: number;
    title: string;
    locale: string;
    startedAt: Date;
    importedFrom: string;
    importedBy: string | null;
  },
): Promise<void> {
  await context.db
    .insertInto('forum.conversation')
    .values({ ...conversation, importedAt: context.now, shownAt: null })
    .execute();
}

export interface ImportedStatement {
  readonly communityId: string;
  readonly conversationId: string;
  readonly position: number;
  readonly text: string;
  readonly locale: string;
  readonly agreed: number;
  readonly disagreed: number;
  readonly passed: number;
  readonly out: boolean;
}

export async function saveStatements(context: Context, statements: readonly ImportedStatement[]): Promise<void> {
  await context.db
    .insertInto('forum.statement')
    .values([...statements])
    .execute();
}

export interface ImportedVoter {
  readonly communityId: string;
  readonly conversationId: string;
  readonly voter: number;
  readonly positions: number[];
  readonly marks: number[];
}

export async function saveImportedVoters(context: Context, voters: readonly ImportedVoter[]): Promise<void> {
  await context.db
    .insertInto('forum.importedVoter')
    .values([...voters])
    .execute();
}

/** The one flip: the conversation and its picture show themselves. */
export async function saveShown(
  context: Context,
  key: { communityId: string; id: string },
  shown: { voters: number; marks: number; picture: unknown },
): Promise<void> {
  await context.db
    .insertInto('forum.pictureOfOpinion')
    .values({
      communityId: key.communityId,
      conversationId: key.id,
      drawnAt: context.now,
      picture: JSON.stringify(shown.picture),
    })
    .execute();
  await context.db
    .updateTable('forum.conversation')
    .set({ shownAt: context.now, voters: shown.voters, marks: shown.marks })
    .where('communityId', '=', key.communityId)
    .where('id', '=', key.id)
    .execute();
}

/** Takes away what an import that did not end had written. */
export async function removeUnfinished(context: Context, key: { communityId: string; id: string }): Promise<void> {
  for (const table of ['forum.importedVoter', 'forum.statement', 'forum.pictureOfOpinion'] as const)
    await context.db
      .deleteFrom(table)
      .where('communityId', '=', key.communityId)
      .where('conversationId', '=', key.id)
      .execute();
  await context.db
    .deleteFrom('forum.conversation')
    .where('communityId', '=', key.communityId)
    .where('id', '=', key.id)
    .where('shownAt', 'is', null)
    .execute();
}
