import type { Context } from '#platform/context.ts';

export async function savePrivateNeed(
  context: Context,
  need: { communityId: string; words: string; locale: string; toldBy: string },
  keepers: readonly string[],
): Promise<void> {
  const id = context.newSecretId();
  const { communityId } = need;
  await context.db
    .insertInto('needs.privateNeed')
    .values({ ...need, id, toldAt: context.now })
    .execute();
  await context.db
    .insertInto('needs.privateKeeper')
    .values(keepers.map((personId) => ({ communityId, privateNeedId: id, personId })))
    .execute();
}

export async function savePrivateAnswer(
  context: Context,
  answer: { communityId: string; privateNeedId: string; words: string; answeredBy: string },
): Promise<void> {
  await context.db
    .insertInto('needs.privateAnswer')
    .values({ ...answer, id: context.newSecretId(), answeredAt: context.now })
    .execute();
}

/** What a person told in private goes with them, and the answers to it. */
export async function removePrivateNeeds(context: Context, personId: string): Promise<void> {
  await context.db.deleteFrom('needs.privateNeed').where('toldBy', '=', personId).execute();
}
