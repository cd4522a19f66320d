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

/** What was told in private and answered long ago; what still waits for an answer stays. */
export async function removeAnsweredBefore(
  context: Context,
  { communityId, before }: { readonly communityId: string; readonly before: Date },
): Promise<void> {
  await context.db
    .deleteFrom('needs.privateNeed')
    .where('communityId', '=', communityId)
    .where((eb) => {
      const answers = eb
        .selectFrom('needs.privateAnswer as a')
        .whereRef('a.communityId', '=', 'needs.privateNeed.communityId')
        .whereRef('a.privateNeedId', '=', 'needs.privateNeed.id');
      return eb(
        answers.select((of) => of.fn.max('a.answeredAt').as('last')),
        '<',
        before,
      );
    })
    .execute();
}
