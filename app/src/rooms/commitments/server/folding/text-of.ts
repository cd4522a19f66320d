import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import { removeSearchEntry, writeSearchEntry } from '#platform/search.ts';
import type { KeptText } from '../../tables.ts';
import type { Commitment } from '../find-commitment.ts';
import { type Part, putText } from './store.ts';

/** What somebody wrote, and who. */
export interface Written {
  readonly text: KeptText;
  readonly authorId: string | null;
}

/** The text of a part as it stands, with who wrote it. Throws a Refusal `not-found`. */
export async function textOf(context: Context, commitment: Commitment, part: Part): Promise<Written> {
  const { answerId, ownWordId, agreementId } = part;
  if (!answerId && !ownWordId && !agreementId) {
    const { what, words, locale, byPersonId, recordedBy, byOrganisationId, signsAs } = commitment;
    const text = { what, words, locale, ...(byOrganisationId ? {} : { signsAs }) };
    return { text, authorId: byPersonId && !commitment.writtenByOther ? byPersonId : recordedBy };
  }
  const written = answerId
    ? await answerOf(context, part, answerId)
    : ownWordId
      ? await ownWordOf(context, part, ownWordId)
      : await agreementOf(context, part, agreementId ?? '');
  if (!written) throw notFound();
  const { authorId, ...text } = written;
  return { text, authorId };
}

const answerOf = ({ db }: Context, { communityId, commitmentId }: Part, id: string) =>
  db
    .selectFrom('commitments.answer')
    .select(['words', 'locale', 'answeredBy as authorId'])
    .where('communityId', '=', communityId)
    .where('commitmentId', '=', commitmentId)
    .where('id', '=', id)
    .executeTakeFirst();

const ownWordOf = ({ db }: Context, { communityId, commitmentId }: Part, id: string) =>
  db
    .selectFrom('commitments.ownWord')
    .select(['words', 'locale', 'saidBy as authorId'])
    .where('communityId', '=', communityId)
    .where('commitmentId', '=', commitmentId)
    .where('id', '=', id)
    .executeTakeFirst();

const agreementOf = ({ db }: Context, { communityId, commitmentId }: Part, id: string) =>
  db
    .selectFrom('commitments.agreement')
    .select(['what', 'why', 'locale', 'agreedBy as authorId'])
    .where('communityId', '=', communityId)
    .where('commitmentId', '=', commitmentId)
    .where('id', '=', id)
    .executeTakeFirst();

/** Puts a line in the place of the text, in the language of who folds; nobody finds what is not there. */
export async function hideText(context: Context, part: Part, { text }: Written): Promise<void> {
  const { say, locale } = context.language;
  const line = say('commitments.folded.line');
  const hidden: KeptText = {
    ...(text.what === undefined ? {} : { what: line }),
    ...(text.words === undefined ? {} : { words: text.what === undefined ? line : '' }),
    ...(text.why === undefined ? {} : { why: line }),
    ...(text.signsAs ? { signsAs: 'member' as const } : {}),
    locale,
  };
  await putText(context, part, hidden);
  if (isWhole(part)) await removeSearchEntry(context, { ...part, kind: 'commitment', id: part.commitmentId });
}

/** Puts the text back where it stood, and back into the search. */
export async function showText(context: Context, part: Part, kept: KeptText): Promise<void> {
  await putText(context, part, kept);
  if (!isWhole(part)) return;
  const { communityId, commitmentId: id } = part;
  const { number, audience, what, words, locale } = await context.db
    .selectFrom('commitments.commitment')
    .select(['number', 'audience', 'what', 'words', 'locale'])
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await writeSearchEntry(context, {
    communityId,
    kind: 'commitment',
    id,
    number,
    audience,
    title: what,
    text: words,
    locale,
  });
}

const isWhole = ({ answerId, ownWordId, agreementId }: Part) => !answerId && !ownWordId && !agreementId;
