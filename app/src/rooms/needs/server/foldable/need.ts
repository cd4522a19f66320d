import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { removeSearchEntry } from '#platform/search.ts';
import { renameTalk } from '#rooms/forum/server/index.ts';
import type { Foldable } from '#rooms/moderation/server/index.ts';
import type { KeptText } from '../../tables.ts';
import { makeFindable } from '../publish.ts';
import type { NeedKey } from '../store.ts';
import { saveNeedText } from './store.ts';

/** What a need said, as one text. */
const asText = ({ title, words, place, affected }: Pick<KeptText, 'title' | 'words' | 'place' | 'affected'>): string =>
  [title, words, place, affected].filter(Boolean).join('\n\n');

/**
 * A need can be reported and folded. Its text and signature leave it for the fold, and a line that says so stands in their
 * place, in the language of who folds: no list, of this room or another, can show what is not there. Support, states and talk stay.
 */
export const foldableNeed: Foldable = {
  kind: 'need',
  async find(context, communityId, ids) {
    const rows = await needsWithPictures(context, communityId, ids);
    return rows.map(({ id, number, raisedBy, enteredBy, pictures, ...text }) => ({
      ...{ communityId, id, authorId: raisedBy ?? enteredBy, title: text.title, text: asText(text) },
      called: String(number),
      page: `needs/${number}`,
      known: true,
      pictures: pictures ?? [],
    }));
  },
  async hide(context, { communityId, id }) {
    const text = await textOf(context, { communityId, id });
    const { say, locale } = context.language;
    const standIn = { title: say('needs.folded.title'), locale };
    await saveNeedText(
      context,
      { communityId, id },
      {
        ...{ ...standIn, words: '', place: '', affected: '', latitude: null, longitude: null, settlementOnly: true },
        ...{ signsAs: 'member', actingForId: null },
      },
    );
    await removeSearchEntry(context, { communityId, kind: 'need', id });
    await renameTalk(context, communityId, { kind: 'need', id, ...standIn });
    return { title: text.title, text: asText(text), back: text };
  },
  async show(context, { communityId, id }, back) {
    if (!back) return;
    const text = back as KeptText;
    await saveNeedText(context, { communityId, id }, text);
    const { number } = await context.db
      .selectFrom('needs.need')
      .select('number')
      .where('communityId', '=', communityId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await makeFindable(context, { communityId, id, number, ...text });
    await renameTalk(context, communityId, { kind: 'need', id, title: text.title, locale: text.locale });
  },
};

/** Of those that are public: what waits for a yes is nobody's to fold. */
const needsWithPictures = ({ db }: Context, communityId: string, ids: readonly string[]) =>
  db
    .selectFrom('needs.need as n')
    .innerJoin('needs.publicationConsent as c', (join) =>
      join.onRef('c.communityId', '=', 'n.communityId').onRef('c.needId', '=', 'n.id').on('c.answer', '=', 'yes'),
    )
    .select(['n.id', 'n.number', 'n.title', 'n.words', 'n.place', 'n.affected', 'n.raisedBy', 'n.enteredBy'])
    .select((eb) =>
      eb
        .selectFrom('needs.picture as i')
        .select(sql<string[]>`json_agg(i.file_hash)`.as('hashes'))
        .whereRef('i.communityId', '=', 'n.communityId')
        .whereRef('i.needId', '=', 'n.id')
        .as('pictures'),
    )
    .where('n.communityId', '=', communityId)
    .where('n.id', 'in', [...ids])
    .execute();

const textOf = (context: Context, { communityId, id }: NeedKey): Promise<KeptText> =>
  context.db
    .selectFrom('needs.need')
    .select(['title', 'words', 'locale', 'place', 'affected', 'latitude', 'longitude', 'settlementOnly'])
    .select(['signsAs', 'actingForId'])
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
