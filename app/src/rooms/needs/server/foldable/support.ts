import type { Context } from '#platform/context.ts';
import { type Foldable, isFolded } from '#rooms/moderation/server/index.ts';
import type { NeedKey } from '../store.ts';
import { saveSupportWords } from './store.ts';

/** What somebody wrote beside their "me too" can be reported and folded; that they stand behind the need stays counted. */
export const foldableSupport: Foldable = {
  kind: 'support',
  async find(context, communityId, ids) {
    const rows = await context.db
      .selectFrom('needs.support as s')
      .innerJoin('needs.need as n', (join) =>
        join.onRef('n.communityId', '=', 's.communityId').onRef('n.id', '=', 's.needId'),
      )
      .innerJoin('needs.publicationConsent as c', (join) =>
        join.onRef('c.communityId', '=', 'n.communityId').onRef('c.needId', '=', 'n.id').on('c.answer', '=', 'yes'),
      )
      .select(['s.id', 's.personId as authorId', 's.words as text', 'n.number', 'n.title'])
      .where('s.communityId', '=', communityId)
      .where('s.id', 'in', [...ids])
      .execute();
    return rows.map(({ number, ...words }) => ({
      ...words,
      communityId,
      called: String(number),
      page: `needs/${number}#me-too`,
      known: true,
    }));
  },
  async hide(context, { communityId, id, title, text }) {
    const { locale } = await context.db
      .selectFrom('needs.support')
      .select('locale')
      .where('communityId', '=', communityId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await saveSupportWords(context, { communityId, id }, { words: '' });
    return { title, text, back: { words: text, locale } };
  },
  async show(context, { communityId, id }, back) {
    if (back) await saveSupportWords(context, { communityId, id }, back as { words: string; locale: string });
  },
};

/** Whether what this person wrote beside their "me too" is folded now. */
export async function wordsFolded(context: Context, { communityId, id }: NeedKey, personId: string): Promise<boolean> {
  const support = await context.db
    .selectFrom('needs.support')
    .select('id')
    .where('communityId', '=', communityId)
    .where('needId', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return support !== undefined && isFolded(context, { communityId, kind: 'support', subjectId: support.id });
}
