import type { Context } from '#platform/context.ts';
import type { KeptText } from '../../tables.ts';

/** What of a given word somebody wrote: the word itself, an answer, a word of their own, or an agreement. */
export const WORD_KINDS = ['word', 'word-answer', 'own-word', 'agreement'] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** One such text, whose it is, and the given word it belongs to. */
export interface Written {
  readonly id: string;
  readonly commitmentId: string;
  readonly authorId: string | null;
  readonly text: KeptText;
}

/** The texts of one kind with these ids. */
export const LOAD: Readonly<
  Record<WordKind, (context: Context, communityId: string, ids: readonly string[]) => Promise<Written[]>>
> = {
  async word({ db }, communityId, ids) {
    const rows = await db
      .selectFrom('commitments.commitment')
      .select(['id', 'what', 'words', 'locale', 'signsAs', 'byPersonId', 'byOrganisationId', 'writtenByOther'])
      .select('recordedBy')
      .where('communityId', '=', communityId)
      .where('id', 'in', [...ids])
      .execute();
    return rows.map(
      ({ id, what, words, locale, signsAs, byPersonId, byOrganisationId, writtenByOther, recordedBy }) => ({
        id,
        commitmentId: id,
        authorId: byPersonId && !writtenByOther ? byPersonId : recordedBy,
        text: { what, words, locale, ...(byOrganisationId ? {} : { signsAs }) },
      }),
    );
  },
  async 'word-answer'({ db }, communityId, ids) {
    const rows = await db
      .selectFrom('commitments.answer')
      .select(['id', 'commitmentId', 'words', 'locale', 'answeredBy as authorId'])
      .where('communityId', '=', communityId)
      .where('id', 'in', [...ids])
      .execute();
    return rows.map(asWritten);
  },
  async 'own-word'({ db }, communityId, ids) {
    const rows = await db
      .selectFrom('commitments.ownWord')
      .select(['id', 'commitmentId', 'words', 'locale', 'saidBy as authorId'])
      .where('communityId', '=', communityId)
      .where('id', 'in', [...ids])
      .execute();
    return rows.map(asWritten);
  },
  async agreement({ db }, communityId, ids) {
    const rows = await db
      .selectFrom('commitments.agreement')
      .select(['id', 'commitmentId', 'what', 'why', 'locale', 'agreedBy as authorId'])
      .where('communityId', '=', communityId)
      .where('id', 'in', [...ids])
      .execute();
    return rows.map(asWritten);
  },
};

const asWritten = ({ id, commitmentId, authorId, ...text }: Omit<Written, 'text'> & KeptText): Written => ({
  ...{ id, commitmentId, authorId, text },
});
