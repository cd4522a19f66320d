import type { Context } from '#platform/context.ts';
import { removeSearchEntry } from '#platform/search.ts';
import type { Foldable } from '#rooms/moderation/server/index.ts';
import type { KeptText } from '../../tables.ts';
import { isInside } from '../find-commitment.ts';
import { makeFindable } from '../make-findable.ts';
import type { CommitmentKey } from '../store.ts';
import { LOAD, WORD_KINDS } from './load-words.ts';
import { putText } from './store.ts';

const asText = ({ what, words, why }: KeptText): string => [what, words, why].filter(Boolean).join('\n\n');

/**
 * Everything that is written at a given word can be reported and folded: its text lies in the fold meanwhile, and a line stands
 * in its place. What was answered (kept, late …) still counts.
 */
export const foldableWords: readonly Foldable[] = WORD_KINDS.map((kind) => ({
  kind,
  async find(context, communityId, ids) {
    const written = await LOAD[kind](context, communityId, ids);
    const commitments = await commitmentsOf(context, communityId, [...new Set(written.map((one) => one.commitmentId))]);
    return written.flatMap(({ id, commitmentId, authorId, text }) => {
      const commitment = commitments.get(commitmentId);
      if (!commitment) return [];
      const { number, what: title, hidden } = commitment;
      return {
        ...{ communityId, id, authorId, title, text: asText(text), called: String(number) },
        page: `commitments/${number}`,
        known: !hidden || isInside(context, commitment),
      };
    });
  },
  async hide(context, { communityId, id, title, text }) {
    const [written] = await LOAD[kind](context, communityId, [id]);
    if (!written) return undefined;
    const { text: back } = written;
    const { say, locale } = context.language;
    await putText(context, { kind, communityId, id }, lineInstead(back, say('commitments.folded.line'), locale));
    if (kind === 'word') await removeSearchEntry(context, { communityId, kind: 'commitment', id });
    return { title, text, back };
  },
  async show(context, { communityId, id }, back) {
    if (!back) return;
    await putText(context, { kind, communityId, id }, back as KeptText);
    if (kind === 'word') await findAgain(context, { communityId, id });
  },
}));

/** The line that stands in place of a text, in the language of who folds. */
const lineInstead = ({ what, words, why, signsAs }: KeptText, line: string, locale: string): KeptText => ({
  ...(what === undefined ? {} : { what: line }),
  ...(words === undefined ? {} : { words: what === undefined ? line : '' }),
  ...(why === undefined ? {} : { why: line }),
  ...(signsAs ? { signsAs: 'member' as const } : {}),
  locale,
});

/** The given words themselves, and whether only those inside may know of one. */
async function commitmentsOf({ db }: Context, communityId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db
    .selectFrom('commitments.commitment as w')
    .leftJoin('commitments.takingBack as t', (join) =>
      join.onRef('t.communityId', '=', 'w.communityId').onRef('t.commitmentId', '=', 'w.id'),
    )
    .selectAll('w')
    .select('t.reason')
    .where('w.communityId', '=', communityId)
    .where('w.id', 'in', [...ids])
    .execute();
  // What is only for members is hidden, and so is a word that somebody says was never theirs.
  const hides = ({ audience, state, reason }: (typeof rows)[number]) =>
    audience === 'members' || (state === 'taken-back' && (reason === 'not-mine' || reason === 'by-desk'));
  return new Map(rows.map((row) => [row.id, { ...row, hidden: hides(row) }]));
}

async function findAgain(context: Context, { communityId, id }: CommitmentKey): Promise<void> {
  const word = await context.db
    .selectFrom('commitments.commitment')
    .select(['number', 'audience', 'what', 'words', 'locale'])
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await makeFindable(context, { communityId, id, ...word });
}
